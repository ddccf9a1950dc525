/// What a cache's capacity counts.
public enum Budget: UInt8, Hashable, CaseIterable, Sendable {
  /// Every entry weighs 1.
  case entries
  /// An entry weighs its bytes.
  case bytes
}
