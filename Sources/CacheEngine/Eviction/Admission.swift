/// What a policy says of a newcomer before room is made for it.
public enum Admission: UInt8, Hashable, Sendable {
  case admit
  case reject
}
