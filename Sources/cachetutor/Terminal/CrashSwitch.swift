import Glibc

/// A way to fail on purpose, for the tests of what a crash leaves behind: `CACHETUTOR_CRASH` names
/// one, and F12 then does it.
enum CrashSwitch: String {
  /// A promise of the program to itself that does not hold.
  case precondition
  /// An index beyond the end.
  case index
  /// A function that calls itself for ever: the stack has no room, not even for a handler.
  case stack

  static var found: CrashSwitch? {
    getenv("CACHETUTOR_CRASH").flatMap { CrashSwitch(rawValue: String(cString: $0)) }
  }

  func act() {
    switch self {
    case .precondition: fatalError("CACHETUTOR_CRASH asked for this")
    case .index: _ = Array(CommandLine.arguments)[CommandLine.arguments.count + 1]
    case .stack: _ = Self.endless(1)
    }
  }

  @inline(never) private static func endless(_ depth: Int) -> Int {
    depth == 0 ? 0 : endless(depth + 1) &+ Int(getpid())
  }
}
