/// Keys in the order in which they were pushed; who leaves, leaves at the old end.
struct KeyRing {
  /// What is found at a place that was struck out.
  static let nobody = Int(UInt32.max)

  private let places: UnsafeMutablePointer<UInt32>
  private let mask: Int
  /// The first that is taken, and where the next one goes; both only grow.
  private(set) var start = 0
  private(set) var end = 0

  /// - Parameter most: so many keys stand in it at most.
  init(_ run: RunMemory, most: Int) {
    var size = 1
    while size < most { size *= 2 }
    places = run.take(size, of: 0)
    mask = size - 1
  }

  @inline(__always)
  var count: Int { end &- start }

  var isFull: Bool { count > mask }

  @inline(__always)
  subscript(place: Int) -> Int {
    Int(places[place & mask])
  }

  /// Precondition: there is room.
  @inline(__always)
  mutating func push(_ key: Int) {
    places[end & mask] = UInt32(truncatingIfNeeded: key)
    end &+= 1
  }

  /// Precondition: it is not empty.
  @inline(__always)
  mutating func pop() -> Int {
    start &+= 1
    return self[start &- 1]
  }

  /// Takes out who stands at `place`; nobody does from now on.
  @inline(__always)
  mutating func strike(_ place: Int) {
    places[place & mask] = .max
  }

  /// Passes over the places before `place`, where nobody stands any more.
  @inline(__always)
  mutating func skip(to place: Int) {
    start = place
  }

  /// Moves those who are `wanted` together at the new end, and says where each of them stands now.
  mutating func close(
    _ isWanted: (_ key: Int, _ place: Int) -> Bool, moved: (_ key: Int, _ place: Int) -> Void
  ) {
    var new = end
    for place in (start..<end).reversed() where isWanted(self[place], place) {
      new -= 1
      let key = self[place]
      places[new & mask] = UInt32(truncatingIfNeeded: key)
      moved(key, new)
    }
    start = new
  }
}
