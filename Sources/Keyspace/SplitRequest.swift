// One request, several nodes.
//
// The keys of MGET, MSET, DEL, EXISTS … may belong to different nodes. A client that shards by
// itself (as twemproxy and the memcached clients do) sends every node its share and puts the
// replies together; so it is here. What is lost on the way is the atomicity: MSET over two nodes is
// two writes. MSETNX promises "all or none" and therefore refuses, as a Redis Cluster refuses every
// verb with keys of different slots.

/// A request divided by the nodes that own its keys.
public struct SplitRequest: Sendable {
  /// What one node is asked.
  public struct Part: Sendable {
    public let owner: Int
    public let request: VerbRequest
    /// Which of the whole request's keys these are.
    fileprivate let places: [Int]
  }

  /// In the order in which the owners come up.
  public let parts: [Part]

  /// One reply out of those to the parts, in their order: the first error, else values in the
  /// order of the keys, counts summed up, or the one status.
  public func join(_ replies: [Reply]) -> Reply {
    precondition(replies.count == parts.count, "\(replies.count) replies to \(parts.count) parts")
    if let error = replies.first(where: { $0.error != nil }) { return error }
    guard parts.count > 1 else { return replies.first ?? .null }
    var values: [Reply] = Array(repeating: .null, count: parts.reduce(0) { $0 + $1.places.count })
    var sum: Int64 = 0
    for (part, reply) in zip(parts, replies) {
      switch reply {
      case .array(let elements):
        for (place, element) in zip(part.places, elements) { values[place] = element }
      case .integer(let number): sum += number
      default: return reply
      }
    }
    if case .integer = replies[0] { return .integer(sum) }
    return .array(values)
  }
}

extension VerbRequest {
  /// Divides the request by owner.
  ///
  /// - Parameter owners: the node of each of `keys`, in their order; not empty.
  /// - Throws: `.crossNode` if a request that must not be divided has keys of several owners.
  public func split(owners: [Int]) throws(VerbError) -> SplitRequest {
    precondition(
      owners.count == keys.count && !owners.isEmpty, "\(owners.count) owners of \(keys.count) keys")
    var places: [(owner: Int, places: [Int])] = []
    for (place, owner) in owners.enumerated() {
      if let index = places.firstIndex(where: { $0.owner == owner }) {
        places[index].places.append(place)
      } else {
        places.append((owner, [place]))
      }
    }
    if places.count == 1 {
      let all = Array(owners.indices)
      return SplitRequest(parts: [.init(owner: owners[0], request: self, places: all)])
    }
    guard case .repeated(let round)? = verb.parameters.first, !verb.flags.contains(.indivisible)
    else { throw .crossNode }
    var parts: [SplitRequest.Part] = []
    for (owner, places) in places {
      let words = places.flatMap { arguments[($0 * round.count)..<(($0 + 1) * round.count)] }
      let request = try verb.parse(arguments: words)
      parts.append(.init(owner: owner, request: request, places: places))
    }
    return SplitRequest(parts: parts)
  }
}
