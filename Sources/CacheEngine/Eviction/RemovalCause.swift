/// Why an entry is no longer there.
public enum RemovalCause: UInt8, Hashable, CaseIterable, Sendable {
  /// Room was needed: a policy (or the learner in its place) chose it.
  case evicted
  /// Its time was up.
  case expired
  /// Somebody asked for it to go.
  case removed
  /// Another value took its place.
  case replaced
  /// Everything was asked to go.
  case cleared
  /// The node crashed and its memory with it.
  case lost
}
