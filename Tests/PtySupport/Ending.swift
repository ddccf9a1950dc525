/// How a program ended.
public enum Ending: Hashable, Sendable {
  case exited(Int32)
  case signalled(Int32)
}
