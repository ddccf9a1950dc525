/// Whom a policy may make leave.
public enum EvictionScope: UInt8, Hashable, Sendable {
  case everybody
  /// Only entries that expire.
  case expiring
  case nobody
}
