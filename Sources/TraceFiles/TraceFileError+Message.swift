import Glibc
import PolicyLab

extension TraceFileError {
  /// What is wrong, and what to do about it.
  public var message: String {
    switch self {
    case .system(let path, let code):
      "\(Self.name(path)): cannot read it: \(String(cString: strerror(code)))"
    case .noFile(let path): "\(Self.name(path)): it is no ordinary file — copy the trace into one"
    case .broken(let path, let what):
      "\(Self.name(path)): \(what) — copy the file again, or unpack by hand what is left of it"
    case .packed(let path, let unpacker):
      "\(Self.name(path)): it is packed — write \(unpacker) -dc FILE | cachetutor … --trace -"
    case .unknownFormat(let path, let known):
      "\(Self.name(path)): its format cannot be told — name it with --format: "
        + known.joined(separator: ", ")
    case .fault(let path, let fault): fault.message(file: Self.name(path))
    case .empty(let path, let skipped, let broken):
      "\(Self.name(path)): there is no request in it" + Self.left(skipped, broken)
    case .tooLong(let path, let limit):
      "\(Self.name(path)): more than \(limit) requests — study a sample of its keys, --sample 1%"
    case .stopped: "stopped"
    }
  }

  /// What a trace is called.
  public static func name(_ path: String) -> String {
    path == "-" ? "standard input" : path
  }

  private static func left(_ skipped: Int, _ broken: Int) -> String {
    if skipped > 0 {
      return " — \(skipped) records are writes or other commands; --writes counts them"
    }
    if broken > 0 { return " — \(broken) lines are broken; is it another --format?" }
    return " — an empty trace says nothing of caches"
  }
}
