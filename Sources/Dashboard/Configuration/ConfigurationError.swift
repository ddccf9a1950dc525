/// What can be wrong with a setting, wherever it was written.
public enum ConfigurationError: Error, Hashable, Sendable {
  /// Neither `name = value` nor `key NAME = ACTION`.
  case noEquals(String)
  case unknownSetting(String)
  case unknownValue(Setting, String)
  case key(KeyTable.RemapError)
  /// The key was taken from an action that has no other one.
  case onlyKey(String, of: KeyAction)
}
