import Tutor

extension ConfigurationError {
  /// What is wrong and how to put it right.
  public var message: FileMessage {
    switch self {
    case .noEquals(let line):
      FileMessage(
        what: "\"\(line)\" is no setting", fix: "write `theme = light` or `key F9 = log`")
    case .unknownSetting(let name):
      FileMessage(
        what: "there is no setting \"\(name)\"",
        fix: Self.nearest(name, SettingCatalog.all.map(\.name)))
    case .unknownValue(let setting, let value):
      FileMessage(what: "\(setting.name) cannot be \"\(value)\"", fix: Self.values(setting, value))
    case .key(let error): error.message
    case .onlyKey(let key, let action):
      FileMessage(
        what: "\(action.rawValue) has no key now, as \(key) was its only one",
        fix: "give it another one: key F9 = \(action.rawValue)")
    }
  }

  private static func values(_ setting: Setting, _ value: String) -> String {
    if setting.takesNumbers { return "write a number, such as 1/10, 1 or 5" }
    return nearest(value, setting.values)
  }

  /// "did you mean …?", else all there are.
  static func nearest(
    _ word: String, _ known: [String], otherwise: String? = nil
  ) -> String {
    NearestWord.suggestion(for: word, among: known).map { "did you mean \($0)?" }
      ?? otherwise ?? "there are: " + known.joined(separator: ", ")
  }
}

extension KeyTable.RemapError {
  var message: FileMessage {
    switch self {
    case .unknownAction(let name):
      FileMessage(
        what: "\"\(name)\" is neither an action nor a command",
        fix: ConfigurationError.nearest(
          name, KeyTable.actions.map(\.rawValue),
          otherwise: "cachetutor config --keys lists the actions"))
    case .unknownKey(let name):
      FileMessage(
        what: "\"\(name)\" is no key",
        fix: ConfigurationError.nearest(
          name, KeyName.words, otherwise: "write it like F5, ctrl-g, alt-left or space"))
    case .kept(let key, let action):
      FileMessage(what: "\(key) always does \(action.rawValue)", fix: "take another key")
    case .typed(let key):
      FileMessage(
        what: "\(key) is text that is typed at the prompt",
        fix: "take a key such as F9, ctrl-g or alt-\(key)")
    }
  }
}
