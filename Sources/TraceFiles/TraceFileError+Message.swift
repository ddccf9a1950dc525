import Glibc
import PolicyLab

extension TraceFileError {
  /// Where, what is wrong, and what a subcommand of the lab can do about it.
  public var message: String {
    if case .fault(let path, let fault) = self { return fault.message(file: Self.name(path)) }
    return remedy.map { "\(sentence) — \($0)" } ?? sentence
  }

  /// Where and what is wrong, for who cannot do what the lab's options can.
  public var sentence: String {
    if case .fault(let path, let fault) = self { return fault.sentence(file: Self.name(path)) }
    return path.map { "\(Self.name($0)): \(what)" } ?? what
  }

  private var path: String? {
    switch self {
    case .system(let path, _), .noFile(let path), .broken(let path, _), .packed(let path, _),
      .unknownFormat(let path, _), .fault(let path, _), .empty(let path, _, _),
      .tooLong(let path, _):
      path
    case .stopped: nil
    }
  }

  /// What is wrong, without the place.
  public var what: String {
    switch self {
    case .system(_, let code): "cannot read it: \(String(cString: strerror(code)))"
    case .noFile: "it is no ordinary file"
    case .broken(_, let what): what
    case .packed: "it is packed"
    case .unknownFormat: "its format cannot be told"
    case .fault(_, let fault): fault.problem.what
    case .empty: "there is no request in it"
    case .tooLong(_, let limit): "more than \(limit) requests"
    case .stopped: "stopped"
    }
  }

  /// What to do about it, with the options of the lab; nil where nothing helps, or the fault says
  /// so itself.
  private var remedy: String? {
    switch self {
    case .system, .fault, .stopped: nil
    case .noFile: "copy the trace into one"
    case .broken: "copy the file again, or unpack by hand what is left of it"
    case .packed(_, let unpacker): "write \(unpacker) -dc FILE | cachetutor … --trace -"
    case .unknownFormat(_, let known):
      "name it with --format: " + known.joined(separator: ", ")
    case .empty(_, let skipped, let broken): Self.left(skipped, broken)
    case .tooLong: "study a sample of its keys, --sample 1%"
    }
  }

  /// What a trace is called.
  public static func name(_ path: String) -> String {
    path == "-" ? "standard input" : path
  }

  private static func left(_ skipped: Int, _ broken: Int) -> String {
    if skipped > 0 {
      return "\(skipped) records are writes or other commands; --writes counts them"
    }
    if broken > 0 { return "\(broken) lines are broken; is it another --format?" }
    return "an empty trace says nothing of caches"
  }
}
