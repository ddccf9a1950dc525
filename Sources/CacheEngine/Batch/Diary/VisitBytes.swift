/// A byte a key, for policies with a hand: who is here, and who was asked for since the hand came by.
struct VisitBytes {
  private static let nowhere: UInt8 = 0
  private static let here: UInt8 = 1
  private static let visited: UInt8 = 2

  private let states: UnsafeMutablePointer<UInt8>

  init(_ run: RunMemory) {
    states = run.take(run.universe, of: VisitBytes.nowhere)
  }

  @inline(__always)
  func look(at key: Int) -> UInt64 { UInt64(states[key]) }

  /// A request for `key`: says whether it is here, and remembers that it was asked for.
  @inline(__always)
  func visit(_ key: Int) -> Bool {
    guard states[key] != VisitBytes.nowhere else { return false }
    states[key] = VisitBytes.visited
    return true
  }

  /// `key` comes in; nobody has asked for it since.
  @inline(__always)
  func enter(_ key: Int) { states[key] = VisitBytes.here }

  /// The hand comes by: whoever was asked for stays, and that is forgotten; everybody else leaves.
  @inline(__always)
  func stays(_ key: Int) -> Bool {
    let stays = states[key] == VisitBytes.visited
    states[key] = stays ? VisitBytes.here : VisitBytes.nowhere
    return stays
  }
}
