import CacheEngine

extension Machine {
  /// Whether the request is over, or was never begun.
  public var isOver: Bool { phase == .over || phase == .idle }

  /// Whether a call is under way, to be answered with `resume(with:)` or `raise(_:)`.
  public var isWaiting: Bool { phase == .waiting }

  /// An argument of the call, or of the spawned function, that the last run ended with.
  public func argument(_ position: Int) -> Value {
    registers[firstArgument + position]
  }

  /// The function in which the request stands, as a place in `Program.functions`.
  public var innermostFunction: Int { function }

  /// The lines of all functions in progress, outermost first; the last one is `line`.
  public var lineStack: [Int] { callers.map(\.line) + [line] }

  /// The variables of the innermost function that have a value, in order of appearance.
  public func locals(_ program: Program) -> [(name: String, value: Value)] {
    let names = program.functions[function].variables
    return names.indices.compactMap { index in
      let value = registers[base + index]
      return value == .unassigned ? nil : (names[index], value)
    }
  }

  /// Makes a list of values for the listing: what `queue.take` answers.
  ///
  /// The request ends at its limit if all its lists together hold too much.
  ///
  /// - Precondition: lists among the elements are of this machine, and few deep.
  public mutating func makeList(_ elements: [Value]) -> Value {
    guard let list = lists.make(elements, heaviest: .max) else {
      preconditionFailure("a list nested too deep")
    }
    return list
  }

  /// The elements of a list of this machine.
  public func list(_ value: Value) -> [Value] {
    Array(lists.elements(of: value))
  }

  /// Copies a value of another machine into this one, with the lists in it.
  public mutating func adopt(_ value: Value, from other: Machine) -> Value {
    lists.adopt(value, from: other.lists)
  }

  /// A value as a listing prints it, lists included.
  public func text(of value: Value, symbols: SymbolTable) -> String {
    String(decoding: lists.bytes(of: value, symbols: symbols), as: UTF8.self)
  }

  /// Whether the request runs a `finally` because of an exception, so that what it hands on to
  /// others is not an answer.
  public func isUnwinding(_ program: Program) -> Bool {
    if case .raising = phase { return true }
    return places.contains { place in
      program.functions[place.function].regions.contains { region in
        guard case .finallyBody(let state) = region.kind,
          region.operations.contains(place.pc),
          case .number(let exit) = registers[place.base + Int(state)]
        else { return false }
        return exit < 0
      }
    }
  }

  /// Whether any function in progress stands in a `finally`.
  func isInFinally(_ program: Program) -> Bool {
    places.contains { place in
      program.functions[place.function].regions.contains { region in
        guard case .finallyBody = region.kind else { return false }
        return region.operations.contains(place.pc)
      }
    }
  }

  private var places: [Frame] {
    callers + [Frame(pc: pc, base: base, function: function, line: line)]
  }
}
