import CacheEngine

// A trace: which key was asked for, request after request, as somebody recorded it.
//
// Real traffic is no formula. A recorded afternoon has its hot keys, its scans and its one-hit
// wonders in the order in which they came, and that order is what a policy lives on.

/// Recorded requests under a name, played in a world by `trace NAME`.
public struct KeyTrace: Hashable, Sendable {
  /// What it is called: a name without an ending, or the path of the file it was read from.
  public let name: String
  /// The keys, each once, in the order in which they appear.
  public private(set) var keys: [[UInt8]] = []
  /// Which of the keys each request asks for.
  private var requests: [Int32] = []
  private var places: [[UInt8]: Int32] = [:]

  /// The most requests that one trace holds.
  public static let limit = 100_000

  /// - Parameter requests: the keys asked for, in order; what is beyond the limit is left out.
  public init(name: String, requests: some Sequence<[UInt8]> = []) {
    self.name = name
    for key in requests.prefix(KeyTrace.limit) { append(key) }
  }

  /// How many requests there are.
  public var count: Int { requests.count }

  /// A request for `key` at the end.
  public mutating func append(_ key: [UInt8]) {
    let next = Int32(truncatingIfNeeded: keys.count)
    let place = places[key] ?? next
    if place == next {
      keys.append(key)
      places[key] = next
    }
    requests.append(place)
  }

  /// A range of its requests as keys of a world.
  ///
  /// - Parameter intern: makes the symbol of a key; asked once for each key that occurs.
  /// - Complexity: O(keys + requests).
  public func symbols(of range: Range<Int>, intern: ([UInt8]) -> Symbol) -> [Symbol] {
    var known: [Symbol?] = Array(repeating: nil, count: keys.count)
    return requests[range].map { request in
      let place = Int(request)
      if let symbol = known[place] { return symbol }
      let symbol = intern(keys[place])
      known[place] = symbol
      return symbol
    }
  }
}
