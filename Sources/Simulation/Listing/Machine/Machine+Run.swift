// The interpreter.
//
// Two loops. The inner one knows the operations that touch nothing but registers and works on
// borrowed memory; whatever needs lists, texts, the world or another function leaves it, is done
// in the outer loop by `perform`, and the inner loop goes on.

import CacheEngine

extension Machine {
  /// What `perform` came to.
  enum Step {
    case next
    /// The place to go on with has been set.
    case jumped
    case raise(Exception)
    case leave(Outcome)
  }

  mutating func advance(
    _ program: Program, _ symbols: inout SymbolTable, _ limits: ListingLimits, stepping: Bool
  ) -> Outcome {
    let start = Stand(line: line, depth: callers.count)
    var budget = limits.operations
    switch phase {
    case .ready: break
    case .raising(let exception):
      phase = .ready
      if let outcome = unwind(exception, program) { return outcome }
    case .idle, .waiting, .over: preconditionFailure("a request run while \(phase)")
    }
    guard lists.total <= limits.listElements else {
      return end(.limit(.listElements(limits.listElements)), program)
    }
    // An answered call may have been the last thing on its line.
    if stepping, hasLeft(start, program, rounds: rounds) { return pause(program) }
    while true {
      let before = rounds
      let used = runSimple(program, most: stepping ? min(1, budget) : budget, limits.loopRounds)
      budget -= used
      if !stepping || used == 0 {
        if let outcome = leaveSimple(program, &symbols, limits, budget: &budget) { return outcome }
      }
      if stepping, hasLeft(start, program, rounds: before) { return pause(program) }
    }
  }

  /// Does the operation that the inner loop left, or ends the request at a limit.
  private mutating func leaveSimple(
    _ program: Program, _ symbols: inout SymbolTable, _ limits: ListingLimits, budget: inout Int
  ) -> Outcome? {
    guard budget > 0 else { return end(.limit(.operations(limits.operations)), program) }
    guard rounds <= limits.loopRounds else {
      return end(.limit(.loopRounds(limits.loopRounds)), program)
    }
    budget -= 1
    let operation = program.operations[pc]
    if case .callWorld(let call, let to, let first) = operation {
      firstArgument = base + Int(first)
      result = base + Int(to)
      line = Int(program.lines[pc])
      phase = .waiting
      return .call(call)
    }
    switch perform(operation, program, &symbols, limits) {
    case .next: pc += 1
    case .jumped: break
    case .raise(let exception): return unwind(exception, program)
    case .leave(let outcome): return end(outcome, program)
    }
    return nil
  }

  private struct Stand {
    let line: Int
    let depth: Int
  }

  /// Whether a step is done: the request stands on another line, in another function, or on the
  /// same line for another round.
  private func hasLeft(_ start: Stand, _ program: Program, rounds before: Int) -> Bool {
    let here = Int(program.lines[pc])
    guard here != 0 else { return false }
    return here != start.line || callers.count != start.depth || rounds != before
  }

  private mutating func pause(_ program: Program) -> Outcome {
    line = Int(program.lines[pc])
    return .paused
  }

  private mutating func end(_ outcome: Outcome, _ program: Program) -> Outcome {
    let here = Int(program.lines[pc])
    if here != 0 { line = here }
    if case .spawn = outcome { pc += 1 } else { phase = .over }
    return outcome
  }

  /// Runs operations that touch only registers; returns how many.
  ///
  /// Stops before any other operation, after `most`, and when a loop has made too many rounds.
  private mutating func runSimple(_ program: Program, most: Int, _ loopRounds: Int) -> Int {
    let base = base
    var place = pc
    var turns = rounds
    let used = registers.withUnsafeMutableBufferPointer { all in
      program.operations.withUnsafeBufferPointer { operations in
        let strip = UnsafeMutableBufferPointer(rebasing: all[base...])
        var left = most
        while left > 0, Machine.step(operations[place], strip, &place, &turns) {
          left -= 1
          if turns > loopRounds { break }
        }
        return most - left
      }
    }
    pc = place
    rounds = turns
    return used
  }

  /// One operation that touches only registers; false if it is another one.
  @inline(__always)
  private static func step(
    _ operation: Operation, _ strip: UnsafeMutableBufferPointer<Value>, _ pc: inout Int,
    _ rounds: inout Int
  ) -> Bool {
    switch operation {
    case .pass: pc += 1
    case .move(let to, let from):
      strip[Int(to)] = strip[Int(from)]
      pc += 1
    case .jump(let target): pc = Int(target)
    case .loop(let target):
      pc = Int(target)
      rounds += 1
    case .jumpIfTrue(let register, let target):
      pc = strip[Int(register)].isTrue ? Int(target) : pc + 1
    case .jumpIfFalse(let register, let target):
      pc = strip[Int(register)].isTrue ? pc + 1 : Int(target)
    case .jumpIfNone(let register, let target):
      pc = isNone(strip[Int(register)]) ? Int(target) : pc + 1
    case .jumpIfNotNone(let register, let target):
      pc = isNone(strip[Int(register)]) ? pc + 1 : Int(target)
    case .not(let to, let from):
      strip[Int(to)] = .bool(!strip[Int(from)].isTrue)
      pc += 1
    case .isNone(let to, let from):
      strip[Int(to)] = .bool(isNone(strip[Int(from)]))
      pc += 1
    case .isNotNone(let to, let from):
      strip[Int(to)] = .bool(!isNone(strip[Int(from)]))
      pc += 1
    case .setExit(let state, let exit):
      strip[Int(state)] = .number(Int64(exit))
      pc += 1
    case .jumpIfExit(let state, let exit, let target):
      pc = strip[Int(state)] == .number(Int64(exit)) ? Int(target) : pc + 1
    case .require(let kind, _, _, let register):
      guard passes(strip[Int(register)], kind) else { return false }
      pc += 1
    case .requireAssigned(let register):
      guard strip[Int(register)] != .unassigned else { return false }
      pc += 1
    case .binary(let operation, let to, let left, let right):
      guard case .number(let first) = strip[Int(left)],
        case .number(let second) = strip[Int(right)],
        let value = compute(operation, first, second)
      else { return false }
      strip[Int(to)] = value
      pc += 1
    default: return false
    }
    return true
  }

  @inline(__always)
  private static func isNone(_ value: Value) -> Bool {
    if case .none = value { return true }
    return false
  }

  /// Whether an argument can go to the world as it is.
  @inline(__always)
  private static func passes(_ value: Value, _ kind: ParameterKind) -> Bool {
    switch (kind, value) {
    case (.key, .text), (.value, _), (.staleness, .bool), (.list, .list),
      (.optionalDuration, .none):
      true
    case (.duration, .duration(let microseconds)), (.staleness, .duration(let microseconds)),
      (.optionalDuration, .duration(let microseconds)):
      microseconds >= 0
    case (.count, .number(let number)): number >= 0
    default: false
    }
  }

  /// The operators on numbers that cannot fail; nil leaves the others to `combine`.
  @inline(__always)
  private static func compute(
    _ operation: BinaryOperator, _ left: Int64, _ right: Int64
  ) -> Value? {
    switch operation {
    case .add:
      let (sum, overflow) = left.addingReportingOverflow(right)
      return overflow ? nil : .number(sum)
    case .subtract:
      let (difference, overflow) = left.subtractingReportingOverflow(right)
      return overflow ? nil : .number(difference)
    case .equal: return .bool(left == right)
    case .notEqual: return .bool(left != right)
    case .less: return .bool(left < right)
    case .lessOrEqual: return .bool(left <= right)
    case .greater: return .bool(left > right)
    case .greaterOrEqual: return .bool(left >= right)
    default: return nil
    }
  }
}
