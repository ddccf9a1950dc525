/// A value in a pattern that can be chosen without editing a line.
public struct PatternOption: Hashable, Sendable {
  /// The name that is typed: `ttl`.
  public let name: String
  /// What stands for it in the lines: `$ttl`.
  public let placeholder: String
  /// The value unless another is chosen, as it is written in a listing: `60s`.
  public let defaultValue: String
  /// One clause: what it decides.
  public let explanation: String
  /// Whether it belongs to the guard (`guard lock ttl=2s`) and not to the pattern (`ttl 60s`).
  public let isGuardOption: Bool
}
