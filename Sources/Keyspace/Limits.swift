/// The limits of keys and values.
///
/// Exceeding one is an error that names it.
public enum Limits {
  /// The longest key, in bytes.
  public static let keyBytes = 65_536

  /// The longest value, in bytes (Redis allows 512 MB; a tutor holds many worlds in memory).
  public static let valueBytes = 1_048_576

  /// What one entry costs in bytes beside its key and its value: in Redis 7.0 a hash table entry
  /// (24), two object headers (16 each), the share of a bucket (8) and the strings' own headers.
  public static let entryOverheadBytes = 70

  /// The most keys that one step of `SCAN` looks at, whatever its COUNT.
  public static let scanCount = 10_000
}
