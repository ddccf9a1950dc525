extension FunctionCompiler {
  mutating func call(
    _ name: String, _ arguments: [Argument], into target: Register, at position: Position
  ) throws(ListingError) {
    guard let callee = names.callee(name) else {
      throw ListingError(position, names.unknown(name))
    }
    let spelling = names.spelling(callee)
    switch callee {
    case .world(let signature):
      try callWorld(signature, arguments, into: target, at: position)
    case .function(let index, let parameters):
      let values = try bind(arguments, to: parameters, of: spelling, optional: [], at: position)
      let first = try row(values) { _ in .none }
      emit(.callFunction(UInt16(index), to: target, first: first))
    case .builtin(let builtin):
      if let named = arguments.first(where: { $0.name != nil }), let name = named.name {
        throw ListingError(
          named.position, .unknownParameter(spelling, name: name, suggestion: nil))
      }
      let counts = builtin.argumentCounts
      guard let least = arguments.first, arguments.count <= counts.upperBound else {
        throw ListingError(
          position,
          arguments.isEmpty
            ? .missingArgument(spelling, parameter: "x")
            : .tooManyArguments(spelling, takes: counts.upperBound, given: arguments.count))
      }
      _ = least
      let first = try row(arguments.map(\.value)) { _ in .none }
      emit(.builtin(builtin, to: target, first: first, count: UInt16(arguments.count)))
    }
  }

  private mutating func callWorld(
    _ signature: CallSignature, _ arguments: [Argument], into target: Register,
    at position: Position
  ) throws(ListingError) {
    let parameters = signature.parameters
    let values = try bind(
      arguments, to: parameters.map(\.name), of: signature.spelling,
      optional: parameters.indices.filter { parameters[$0].defaultValue != nil }, at: position)
    for (parameter, value) in zip(parameters, values) {
      try refuse(value, for: parameter, of: signature)
    }
    let first = try row(values) { index in
      if case .bool(let flag) = parameters[index].defaultValue { .bool(flag) } else { .none }
    }
    for (index, value) in values.enumerated() where parameters[index].kind != .value {
      guard let value, !isSure(value, for: parameters[index].kind) else { continue }
      emit(
        .require(
          parameters[index].kind, signature.call, parameter: UInt8(index),
          first + Register(index)))
    }
    emit(.callWorld(signature.call, to: target, first: first))
  }

  /// The value for each parameter, in their order; nil where the default stands.
  func bind(
    _ arguments: [Argument], to parameters: [String], of spelling: String, optional: [Int],
    at position: Position
  ) throws(ListingError) -> [Expression?] {
    var values = [Expression?](repeating: nil, count: parameters.count)
    var hasNamed = false
    for (place, argument) in arguments.enumerated() {
      let index: Int
      if let name = argument.name {
        hasNamed = true
        guard let known = parameters.firstIndex(of: name) else {
          let suggestion = Spelling.suggestion(for: name, among: parameters)
          throw ListingError(
            argument.position, .unknownParameter(spelling, name: name, suggestion: suggestion))
        }
        index = known
      } else {
        guard !hasNamed else { throw ListingError(argument.position, .positionalAfterNamed) }
        guard place < parameters.count else {
          throw ListingError(
            argument.position,
            .tooManyArguments(spelling, takes: parameters.count, given: arguments.count))
        }
        index = place
      }
      guard values[index] == nil else {
        throw ListingError(argument.position, .argumentTwice(parameters[index]))
      }
      values[index] = argument.value
    }
    for index in parameters.indices where values[index] == nil && !optional.contains(index) {
      throw ListingError(position, .missingArgument(spelling, parameter: parameters[index]))
    }
    return values
  }

  /// Values in registers that follow each other, a literal where there is none.
  private mutating func row(
    _ values: [Expression?], _ literal: (Int) -> Literal
  ) throws(ListingError) -> Register {
    let first = temporaries(values.count)
    for (index, value) in values.enumerated() {
      if let value {
        try compile(value, into: first + Register(index))
      } else {
        emit(.move(to: first + Register(index), from: constant(literal(index))))
      }
    }
    return first
  }

  /// Throws if the argument is written out and of the wrong kind.
  private func refuse(
    _ value: Expression?, for parameter: CallSignature.Parameter, of signature: CallSignature
  ) throws(ListingError) {
    guard let value, let kind = value.knownKind, !parameter.kind.accepts(kind) else { return }
    throw ListingError(
      value.position,
      .wrongArgument(
        signature.name, parameter: parameter.name, parameter.kind, found: kind))
  }

  /// Whether an argument needs no check when it runs.
  private func isSure(_ value: Expression, for kind: ParameterKind) -> Bool {
    guard let known = value.knownKind else { return false }
    return kind.accepts(known) && !(kind == .key && known == .number)
  }
}

extension Expression {
  /// The kind of value, where it can be seen.
  fileprivate var knownKind: ValueKind? {
    switch kind {
    case .literal(let literal): literal.kind
    case .formatted: .text
    case .list: .list
    case .not, .isNone: .bool
    default: nil
    }
  }
}
