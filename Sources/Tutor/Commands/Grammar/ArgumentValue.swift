/// What a word was read as.
public enum ArgumentValue: Sendable {
  case bytes([UInt8])
  case keys(KeyRange)
  /// A row or rows; without a value they are to get one.
  case row(KeyRange, value: [UInt8]?)
  /// Microseconds.
  case duration(Int64)
  case count(Int)
  case decimal(Double)
  case population(Population)
  case text(String)
  case setting(name: String, value: String)
  case stop(StopCondition)
  case request(RequestChoice)
  case command(Invocation)
  case position(SessionPosition)
  case moment(MomentName)
  case filter(LogFilter)
  case flag
}

/// Keys by number or by name.
public enum Population: Hashable, Sendable {
  /// Generated ones: `key:1` to `key:N`.
  case generated(Int)
  case named(KeyRange)

  public var range: KeyRange {
    switch self {
    case .generated(let count): KeyRange(prefix: "key:", numbers: 1...max(1, count))
    case .named(let range): range
    }
  }
}

/// Which requests a command is about.
public enum RequestChoice: Hashable, Sendable {
  /// 0 for A.
  case letter(Int)
  /// The serial number in events.
  case number(UInt32)
  case all
}

/// A place in the past, as `jump` takes it.
public enum MomentName: Hashable, Sendable {
  case position(SessionPosition)
  case mark(String)
}
