/// The names that a listing may call: the world's, the built-in ones, its own.
struct Names {
  enum Callee {
    case world(CallSignature)
    case builtin(Builtin)
    case function(Int, parameters: [String])
  }

  private var functions: [(name: String, parameters: [String], line: Int)] = []

  init(_ tree: SyntaxTree) throws(ListingError) {
    for function in tree.functions {
      if let first = functions.first(where: { $0.name == function.name }) {
        throw ListingError(
          function.position, .functionTwice(function.name, firstLine: first.line))
      }
      guard CallCatalog.signature(named: function.name) == nil,
        !Builtin.allCases.contains(where: { $0.name == function.name })
      else {
        throw ListingError(function.position, .functionNamedLikeCall(function.name))
      }
      functions.append((function.name, function.parameters, function.position.line))
    }
  }

  /// What is called by that name.
  func callee(_ name: String) -> Callee? {
    if let signature = CallCatalog.signature(named: name) { return .world(signature) }
    if let builtin = Builtin.allCases.first(where: { $0.name == name }) {
      return .builtin(builtin)
    }
    return functions.firstIndex { $0.name == name }.map { index in
      .function(index, parameters: functions[index].parameters)
    }
  }

  /// Why nothing is called by that name, with the name that was probably meant.
  func unknown(_ name: String) -> ListingProblem {
    let known =
      functions.map(\.name) + CallCatalog.all.map(\.name) + Builtin.allCases.map(\.name)
    let suggestion = Spelling.suggestion(for: name, among: known)
    return name.contains(".")
      ? .unknownCall(name, suggestion: suggestion)
      : .unknownFunction(name, suggestion: suggestion)
  }

  /// How a callee is written, as messages show it.
  func spelling(_ callee: Callee) -> String {
    switch callee {
    case .world(let signature): signature.spelling
    case .builtin(let builtin):
      switch builtin {
      case .max, .min: "\(builtin.name)(a, b)"
      default: "\(builtin.name)(x)"
      }
    case .function(let index, let parameters):
      "\(functions[index].name)(\(parameters.joined(separator: ", ")))"
    }
  }
}
