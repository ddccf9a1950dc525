/// Something about the screen that a person may decide: one row of the table that the configuration
/// file, the environment and the flags are read with.
public struct Setting: Hashable, Sendable {
  /// As the configuration file writes it; the environment has it in capitals, `CACHETUTOR_MOTION`.
  public let name: String
  /// What it may be; the first is what it is when nobody says anything.
  public let values: [String]
  /// One line for the list of settings.
  public let summary: String
  /// Whether any number is taken besides, as a speed is.
  public let takesNumbers: Bool

  init(_ name: String, _ values: [String], _ summary: String, takesNumbers: Bool = false) {
    self.name = name
    self.values = values
    self.summary = summary
    self.takesNumbers = takesNumbers
  }

  /// The variable of the environment that decides it.
  public var variable: String { "CACHETUTOR_" + name.uppercased() }
}
