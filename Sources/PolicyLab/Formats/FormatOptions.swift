/// What a person says about how a trace is to be read.
public struct FormatOptions: Hashable, Sendable {
  /// Which column holds what; formats without columns ignore it.
  public var columns = ColumnChoice()
  /// Whether writes count as requests too, in formats that tell them from reads.
  public var countsWrites = false
  /// Whether broken records are left out and counted, instead of ending the reading.
  public var skipsBroken = false

  public init() {}
}

/// The columns of a table, by name or by number.
public struct ColumnChoice: Hashable, Sendable {
  public enum Column: Hashable, Sendable {
    /// The first column is 1.
    case number(Int)
    case name(String)
  }

  public var key: Column?
  public var size: Column?
  public var time: Column?

  public init() {}

  /// Reads `key=2,size=bytes,time=1`; nil when it is not written so.
  public init?(_ text: String) {
    for word in text.split(separator: ",") {
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, let column = ColumnChoice.column(sides[1]) else { return nil }
      switch sides[0].lowercased() {
      case "key", "id": key = column
      case "size": size = column
      case "time": time = column
      default: return nil
      }
    }
    guard key != nil else { return nil }
  }

  private static func column(_ word: String) -> Column? {
    guard let number = Int(word) else { return .name(word) }
    return (1...10_000).contains(number) ? .number(number) : nil
  }
}
