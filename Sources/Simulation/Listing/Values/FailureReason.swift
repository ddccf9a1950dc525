import CacheEngine

/// Why a call or a line failed.
public enum FailureReason: Hashable, Sendable {
  // What the world raises.
  case databaseDown
  case databaseRefused
  case queueFull
  case unreachable
  /// `flight.wait`: the request that loaded for the others failed.
  case loaderFailed

  // What a listing does wrong.
  case variableWithoutValue(Symbol)
  case cannotCombine(BinaryOperator, ValueKind, ValueKind)
  case cannotNegate(ValueKind)
  case cannotIndex(ValueKind)
  case indexNotANumber(ValueKind)
  case indexOutOfRange
  case cannotIterate(ValueKind)
  case divisionByZero
  case numberTooLarge
  case wrongArgument(Call, parameter: UInt8, ValueKind)
  case negativeArgument(Call, parameter: UInt8)
  case wrongOperand(Builtin, ValueKind)
  case notANumber(Symbol)
  case logarithmOfNothing
  case nothingToChoose(Builtin)

  /// Whether the listing is to blame, and not the world.
  public var isMistake: Bool {
    switch self {
    case .databaseDown, .databaseRefused, .queueFull, .unreachable, .loaderFailed: false
    default: true
    }
  }
}
