// What a listing is compiled to.
//
// A function has a strip of registers: first its variables, then its constants, then places for
// intermediate values. Every operand is a register, so an operation never asks what kind of
// operand it has, and entering a function is one copy of a prepared strip. Operations are eight
// bytes and trivial; jumps name the operation to go on with.

typealias Register = UInt16

enum Operation: Hashable, Sendable {
  /// Nothing: a line to stand on.
  case pass
  case move(to: Register, from: Register)
  case jump(UInt16)
  /// A jump back, which is one round of a loop.
  case loop(UInt16)
  case jumpIfTrue(Register, UInt16)
  case jumpIfFalse(Register, UInt16)
  case jumpIfNone(Register, UInt16)
  case jumpIfNotNone(Register, UInt16)
  case not(to: Register, from: Register)
  case negate(to: Register, from: Register)
  case isNone(to: Register, from: Register)
  case isNotNone(to: Register, from: Register)
  case binary(BinaryOperator, to: Register, left: Register, right: Register)
  /// Raises if the argument of a call is of the wrong kind.
  case require(ParameterKind, Call, parameter: UInt8, Register)
  /// Raises if the variable has no value yet.
  case requireAssigned(Register)
  case makeList(to: Register, first: Register, count: UInt16)
  case element(to: Register, list: Register, index: Register)
  /// The texts of some values, one after the other.
  case join(to: Register, first: Register, count: UInt16)
  case builtin(Builtin, to: Register, first: Register, count: UInt16)
  /// The next element; the list stands in `iterator`, the position in the register after it.
  case iterate(iterator: Register, to: Register, exit: UInt16)
  /// Notes where to go on after a `finally`: 0 falls through, others are numbered per `try`.
  case setExit(state: Register, UInt16)
  /// Raises again what the `finally` interrupted, if it did.
  case endFinally(state: Register)
  case jumpIfExit(state: Register, UInt16, UInt16)
  case callFunction(UInt16, to: Register, first: Register)
  case callWorld(Call, to: Register, first: Register)
  case spawn(UInt16, first: Register)
  case answer(Register)
}
