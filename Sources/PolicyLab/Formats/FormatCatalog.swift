/// The trace formats that can be read, those that are told most surely first.
public struct FormatCatalog: Sendable {
  public private(set) var rows: [FormatRow]

  public init(_ rows: [FormatRow]) {
    self.rows = rows
  }

  /// Every format of the program.
  public static let standard = FormatCatalog([
    OracleGeneralFormat.row, MonitorFormat.row, AccessLogFormat.row, TwitterFormat.row,
    ColumnsFormat.tabs, ColumnsFormat.commas, BlockRangeFormat.row, IdFormat.row,
  ])

  /// Adds a format; it is asked first.
  public mutating func register(_ row: FormatRow) {
    rows.insert(row, at: 0)
  }

  /// The row with this name or alias, in any case; nil if there is none.
  public func find(_ name: String) -> FormatRow? {
    let name = name.lowercased()
    return rows.first { $0.name.lowercased() == name || $0.aliases.contains(name) }
  }

  /// The format of a file by its name, without `.gz` and the like, and by how it begins; nil if
  /// nobody knows it.
  public func guess(name: String, head: TraceHead) -> FormatRow? {
    guard !head.bytes.isEmpty else { return rows.last }
    let name = name.lowercased()
    let named = rows.filter { row in row.endings.contains { name.hasSuffix("." + $0) } }
    let isText = !head.bytes.contains(0)
    return (named + rows).first { row in (row.example != nil) == isText && row.looks(head) }
  }
}
