// The lists of one request.
//
// A list never changes after it was made, so lists lie one after the other in one array and a
// value only names a place. Lists go when the request ends; until then they add up, and a limit
// on their sum keeps a listing from eating all memory. A list of lists of lists could have far
// more elements to print or to compare than were ever stored; its weight counts them.

/// The lists that one machine has made.
public struct ValueLists: Sendable {
  private struct Place: Sendable {
    var start: Int32
    var count: Int32
    /// How many elements the list has if every list in it is written out.
    var weight: Int32
    var depth: Int32
  }

  /// The deepest nesting of lists in lists, so that no walk over one can overflow the stack.
  static let deepest = 8
  /// The most elements of one list, nested ones counted wherever they stand.
  static let heaviest = 100_000

  private var items: [Value] = []
  private var places: [Place] = []

  public init() {}

  /// How many elements all lists together hold.
  public var total: Int { items.count }

  /// How many elements a list has; 0 for what is no list.
  public func count(of value: Value) -> Int {
    guard case .list(let index) = value, index > 0 else { return 0 }
    return Int(places[Int(index) - 1].count)
  }

  /// One element, counted from 0.
  ///
  /// - Precondition: `value` is a list of these lists, and has that element.
  public func element(_ position: Int, of value: Value) -> Value {
    guard case .list(let index) = value, index > 0 else {
      preconditionFailure("element \(position) of \(value)")
    }
    let place = places[Int(index) - 1]
    precondition(position >= 0 && position < Int(place.count), "element \(position) of \(value)")
    return items[Int(place.start) + position]
  }

  /// The elements of a list; none for what is no list.
  public func elements(of value: Value) -> ArraySlice<Value> {
    guard case .list(let index) = value, index > 0 else { return [] }
    let place = places[Int(index) - 1]
    return items[Int(place.start)..<Int(place.start) + Int(place.count)]
  }

  /// Makes a list; nil if lists stand in it deeper, or with more elements, than is allowed.
  mutating func make(
    _ elements: some Collection<Value>, heaviest: Int = ValueLists.heaviest
  ) -> Value? {
    guard !elements.isEmpty else { return .emptyList }
    var weight = elements.count
    var depth = 1
    for element in elements {
      guard case .list(let index) = element, index > 0 else { continue }
      let place = places[Int(index) - 1]
      weight += Int(place.weight)
      depth = max(depth, Int(place.depth) + 1)
    }
    guard depth <= ValueLists.deepest, weight <= heaviest else { return nil }
    let place = Place(
      start: Int32(items.count), count: Int32(elements.count), weight: Int32(weight),
      depth: Int32(depth))
    items.append(contentsOf: elements)
    places.append(place)
    return .list(Int32(places.count))
  }

  mutating func removeAll() {
    guard !places.isEmpty else { return }
    items.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Copies a value of `others` into these lists, with everything in it.
  mutating func adopt(_ value: Value, from others: ValueLists) -> Value {
    guard case .list(let index) = value, index > 0 else { return value }
    let copies = others.elements(of: value).map { adopt($0, from: others) }
    guard let list = make(copies, heaviest: .max) else {
      preconditionFailure("a list grew by being copied")
    }
    return list
  }

  /// Whether two values are equal, lists element by element; numbers and decimals compare as
  /// numbers.
  public func areEqual(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.number(let number), .decimal(let decimal)),
      (.decimal(let decimal), .number(let number)):
      return Double(number) == decimal
    case (.list(let first), .list(let second)) where first != second:
      let elements = (elements(of: left), elements(of: right))
      guard elements.0.count == elements.1.count else { return false }
      return zip(elements.0, elements.1).allSatisfy { areEqual($0, $1) }
    default: return left == right
    }
  }
}
