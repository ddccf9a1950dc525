import CacheEngine

/// A compiled listing: what the world keeps and machines run.
///
/// Immutable, and shared by all requests that run it. Its texts are symbols of the table that it
/// was compiled with, so it belongs to the worlds that descend from that table.
public final class Program: Sendable {
  /// One function: a `def`, or the block of an `every`.
  public struct Function: Sendable {
    /// The name; that of an `every` is `every 5s`, which no listing can call.
    public let name: String
    /// The line of its `def` or `every`, from 1.
    public let line: Int
    public let parameterCount: Int
    /// Parameters first, then the other variables, in order of appearance.
    public let variables: [String]
    let regions: [Region]
  }

  /// What is needed to enter a function, without touching anything that is counted.
  struct Entry: Sendable {
    let operation: Int
    let parameterCount: Int
    /// Where in `registers` stands what the function's registers hold when it is entered:
    /// constants in place, variables unassigned.
    let registers: Range<Int>
    /// The line to stand on before the first one has run.
    let line: Int
  }

  /// Work that repeats: `every 5s:`.
  public struct Timer: Hashable, Sendable {
    /// Microseconds; at least `ListingLimits.smallestPeriod`.
    public let period: Int64
    public let function: Int
    public let line: Int
  }

  /// A stretch of operations under the protection of a `try`; inner ones come first.
  struct Region: Sendable {
    enum Kind: Sendable {
      case except(Catches)
      case finally(state: Register)
      /// The block of a `finally` itself; it catches nothing.
      case finallyBody(state: Register)
    }

    let operations: Range<Int>
    let handler: Int
    let kind: Kind
  }

  /// What an `except` catches.
  enum Catches: Sendable {
    case timeout, failure, everything

    func catches(_ exception: Exception) -> Bool {
      switch (self, exception) {
      case (_, .cancelled): false
      case (.everything, _), (.timeout, .timeout): true
      case (.failure, .failure(let reason)): !reason.isMistake
      default: false
      }
    }
  }

  /// The listing, line by line as it was compiled; line 1 is `source[0]`.
  public let source: [String]
  public let functions: [Function]
  public let timers: [Timer]
  /// A stable hash of the source: the same listing, the same number.
  public let digest: UInt64
  /// The places of `read` and `write` in `functions`, if the listing has them.
  public let read: Int?
  public let write: Int?
  let entries: [Entry]
  let registers: [Value]
  let operations: [Operation]
  /// The line of each operation; 0 where a request never stands.
  let lines: [Int32]
  private let executable: [Bool]

  init(
    source: [String], functions: [Function], timers: [Timer], entries: [Entry],
    registers: [Value], operations: [Operation], lines: [Int32]
  ) {
    self.source = source
    self.functions = functions
    read = functions.firstIndex { $0.name == "read" }
    write = functions.firstIndex { $0.name == "write" }
    self.timers = timers
    self.entries = entries
    self.registers = registers
    self.operations = operations
    self.lines = lines
    var executable = Array(repeating: false, count: source.count + 1)
    for line in lines where line > 0 { executable[Int(line)] = true }
    self.executable = executable
    var hash = StableHash()
    for line in source { hash.combine(line) }
    digest = hash.value
  }

  /// The place of a function in `functions`.
  public func function(named name: String) -> Int? {
    functions.firstIndex { $0.name == name }
  }

  /// Whether a request can stand on the line.
  public func isExecutable(line: Int) -> Bool {
    executable.indices.contains(line) && executable[line]
  }
}
