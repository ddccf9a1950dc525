import CacheEngine

// One request by hand.
//
// `begin` sends a request that stops before its first line; `step A` lets it do one line, however
// long its calls take, and stops it before the next; `finish A` lets it run. Other requests that
// are held do not move meanwhile: so a person builds an interleaving line by line.

extension World {
  /// The letters of requests that are moved by hand and still run: 0 is A.
  public var handHeld: [Int] { hands.compactMap { requests[Int($0)].hand?.index }.sorted() }

  /// Starts a request that stands before its first line.
  ///
  /// - Returns: its index: 0 for A, 1 for B …
  public mutating func beginByHand(
    _ kind: RequestKind, key: Symbol, value: Symbol
  ) throws(WorldError) -> Int {
    guard hands.count < 26 else { throw .tooManyByHand(limit: 26) }
    let taken = handHeld
    let index = (0..<26).first { !taken.contains($0) } ?? 0
    let group = openGroup(actor: commander)
    let slot = send(
      kind, key: key, value: value, actor: commander, group: group,
      hand: Hand(index: index, mode: .held))
    hands.append(UInt32(slot))
    actor = commander
    emit(.requested, request: requests[slot].serial, key: key, value: value)
    _ = setToFirstLine(slot)
    return index
  }

  /// Lets the request do the line that it stands before; it holds again before the next one.
  ///
  /// Run the world while `isMovingByHand`: a call on the line takes its time.
  ///
  /// - Throws: when no such request is held.
  public mutating func stepByHand(_ index: Int) throws(WorldError) {
    try moveByHand(index, .line)
  }

  /// Lets the request run to its end, while `isMovingByHand`.
  public mutating func finishByHand(_ index: Int) throws(WorldError) {
    try moveByHand(index, .free)
  }

  /// Whether the request with this letter still has something to do before it holds or ends.
  public func isMovingByHand(_ index: Int) -> Bool {
    hands.contains {
      requests[Int($0)].hand?.index == index && requests[Int($0)].hand?.mode != .held
    }
  }

  private mutating func moveByHand(_ index: Int, _ mode: Hand.Mode) throws(WorldError) {
    guard
      let slot = hands.first(where: { requests[Int($0)].hand == Hand(index: index, mode: .held) })
    else { throw .notHeld(index, held: handHeld) }
    requests[Int(slot)].hand?.mode = mode
    actor = commander
    advance(Int(slot))
  }
}
