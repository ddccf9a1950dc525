/// What kind of word an argument is: completion and hints go by it.
public enum VerbArgumentKind: Hashable, Sendable {
  case key
  case value
  /// A lifetime of at least 1.
  case seconds
  case milliseconds
  /// An instant, counted from the epoch of the world.
  case unixSeconds
  case unixMilliseconds
  /// A whole number of 64 bits.
  case integer
  /// A number with decimals.
  case number
  case count
  case pattern
  /// What the step of `SCAN` before replied; 0 at the start.
  case cursor
  /// The type of a value: `string`.
  case type
  /// A chapter of `INFO`.
  case section
  /// The name of a setting of `CONFIG`.
  case setting
  case subcommand
  case text
}
