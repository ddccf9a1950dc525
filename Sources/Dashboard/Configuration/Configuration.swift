import Screen

// Who decides? The flags of this start; else the environment; else the configuration file; else
// what is standard. So each is read in the opposite order, and the later one wins.

/// The settings in force, and where each comes from.
public struct Configuration: Hashable, Sendable {
  /// Who has decided a setting.
  public enum Source: Hashable, Sendable {
    case standard
    /// A line of the configuration file.
    case file(line: Int)
    /// A variable of the environment.
    case environment(String)
    /// A flag of the command line, such as `--theme`.
    case flag(String)
  }

  private struct Choice: Hashable {
    var value: String
    var source: Source
  }

  private var choices: [String: Choice] = [:]
  public internal(set) var keys = KeyTable.standard

  public init() {}

  /// What a setting is; its first value when nobody has decided.
  public subscript(name: String) -> String {
    choices[name]?.value ?? SettingCatalog.find(name)?.values.first ?? ""
  }

  /// Whether a setting that is on or off is on.
  public func isOn(_ name: String) -> Bool { self[name] == "on" }

  /// Who has decided a setting.
  public func source(of name: String) -> Source { choices[name]?.source ?? .standard }

  /// The speed to begin with; nil when nobody has chosen one.
  public var pace: Pace? { source(of: "speed") == .standard ? nil : Pace(self["speed"]) }

  /// Decides a setting, whoever has decided it before.
  ///
  /// Case does not count.
  public mutating func set(
    _ name: String, to value: String, from source: Source
  ) throws(ConfigurationError) {
    guard let setting = SettingCatalog.find(name.lowercased()) else {
      throw .unknownSetting(name)
    }
    let value = value.lowercased()
    let isNumber = setting.takesNumbers && Pace(value) != nil
    guard isNumber || setting.values.contains(value) else {
      throw .unknownValue(setting, value)
    }
    choices[setting.name] = Choice(value: value, source: source)
  }
}
