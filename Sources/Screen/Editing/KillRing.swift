/// What was cut out, to be put back: the last is at hand, earlier ones by turning the ring.
public struct KillRing: Hashable, Sendable {
  static let limit = 16

  private var pieces: [String] = []

  public init() {}

  /// What a yank inserts; nil before anything was cut.
  public var current: String? { pieces.last }

  /// Adds a piece, or adds to the last one when the cut before it was just before.
  mutating func add(_ text: String, joining side: Side?) {
    guard !text.isEmpty else { return }
    guard let side, let last = pieces.popLast() else {
      pieces.append(text)
      if pieces.count > Self.limit { pieces.removeFirst() }
      return
    }
    pieces.append(side == .before ? text + last : last + text)
  }

  /// Makes the piece before the current one the current one.
  mutating func turn() {
    guard let last = pieces.popLast() else { return }
    pieces.insert(last, at: 0)
  }

  /// Where a piece stood relative to the one cut before it.
  enum Side {
    case before, after
  }
}
