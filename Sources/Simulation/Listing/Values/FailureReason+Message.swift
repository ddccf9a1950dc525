import CacheEngine

extension FailureReason {
  /// What went wrong, in one sentence.
  public func message(_ symbols: SymbolTable) -> String {
    switch self {
    case .databaseDown: "The database is down."
    case .databaseRefused: "The database takes no more queries."
    case .queueFull: "The queue is full."
    case .unreachable: "Nobody answers there."
    case .loaderFailed: "The request that loaded for the others failed."
    case .variableWithoutValue(let name):
      "`\(symbols.text(of: name))` has no value yet when this line runs."
    case .cannotCombine(let operation, let left, let right):
      "`\(operation.spelling)` does not work between \(left.words) and \(right.words)."
    case .cannotNegate(let kind): "`-` does not work before \(kind.words)."
    case .cannotIndex(let kind): "Only a list has places to look at, not \(kind.words)."
    case .indexNotANumber(let kind): "The place in a list is a number, not \(kind.words)."
    case .indexOutOfRange: "The list has no such place."
    case .cannotIterate(let kind): "`for` goes through a list, not through \(kind.words)."
    case .divisionByZero: "Nothing can be divided by zero."
    case .numberTooLarge: "The number grew too large."
    case .wrongArgument(let call, let parameter, let kind):
      "`\(Self.parameter(parameter, of: call).name)` of `\(Self.name(of: call))` is "
        + "\(Self.parameter(parameter, of: call).kind.words), not \(kind.words)."
    case .negativeArgument(let call, let parameter):
      "`\(Self.parameter(parameter, of: call).name)` of `\(Self.name(of: call))` is below zero."
    case .wrongOperand(let builtin, let kind):
      "`\(builtin.name)` does not work on \(kind.words)."
    case .notANumber(let text): "\"\(symbols.text(of: text))\" does not spell a whole number."
    case .logarithmOfNothing: "`ln` needs a number above 0."
    case .nothingToChoose(let builtin): "`\(builtin.name)` finds nothing in an empty list."
    }
  }

  private static func name(of call: Call) -> String {
    CallCatalog.signature(of: call).name
  }

  private static func parameter(
    _ index: UInt8, of call: Call
  ) -> CallSignature.Parameter {
    CallCatalog.signature(of: call).parameters[Int(index)]
  }
}
