/// The hash that all placements but hash slots share, so that comparing two changes one rule.
public enum PlacementHash {
  /// The first four bytes of the MD5 of a key, little endian.
  public static func of(_ key: UnsafeRawBufferPointer) -> UInt32 {
    MD5(of: key).words.0
  }

  /// The hash of the UTF-8 bytes of `key`.
  public static func of(_ key: String) -> UInt32 {
    MD5(of: key).words.0
  }
}
