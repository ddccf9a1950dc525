/// What a capacity counts.
public enum CapacityUnit: String, Hashable, Sendable {
  case entries
  case bytes
}
