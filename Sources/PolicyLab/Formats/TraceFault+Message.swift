extension TraceFault {
  /// `FILE:LINE: what — what to do`, without the name of the program.
  public func message(file: String) -> String {
    let fault = sentence(file: file)
    return problem.remedy.map { "\(fault) — \($0)" } ?? fault
  }

  /// `FILE:LINE: what`, for who cannot do what the lab's options can.
  public func sentence(file: String) -> String {
    switch place {
    case .line(let number): "\(file):\(number): \(problem.what)"
    case .record(let number): "\(file), record \(number): \(problem.what)"
    }
  }
}

extension TraceProblem {
  /// What is wrong, without the place.
  public var what: String {
    switch self {
    case .noNumber(let text, let field): "the \(field) is \(quoted(text)), which is no number"
    case .tooLarge(let text, let field, let most):
      "the \(field) is \(text), and the largest there can be is \(most)"
    case .noKey: "there is no key"
    case .tooFewColumns(let found, let needed):
      "it has \(found == 1 ? "one column" : "\(found) columns"), and column \(needed) is needed"
    case .noKeyColumn(let columns):
      "nothing says which of the \(columns) columns is the key"
    case .unknownColumn(let name, let known):
      "the header has no column \(name); it has \(known.joined(separator: ", "))"
    case .notLike(let example): "the line does not look like \(example)"
    case .truncated(let bytes, let whole):
      "the file ends \(bytes == 1 ? "one byte" : "\(bytes) bytes") into a record of \(whole)"
    case .nonsense(let what): what
    case .lineTooLong(let limit): "the line is longer than \(limit) bytes"
    }
  }

  var remedy: String? {
    switch self {
    case .noKeyColumn: "say so, with --columns key=2,size=3 for example"
    case .unknownColumn: "name another one with --columns"
    case .truncated: "copy the file again, or leave the torn record out with --skip-broken"
    case .nonsense, .notLike:
      "is it another --format? Lines that are broken are left out with --skip-broken"
    case .lineTooLong: "no format has such lines; is it another --format?"
    default: "mend it, or leave such lines out with --skip-broken"
    }
  }

  private func quoted(_ text: String) -> String {
    text.isEmpty ? "empty" : "“\(text)”"
  }
}
