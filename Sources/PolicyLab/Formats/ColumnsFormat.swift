// A table of text, one request a line.
//
//     time,key,size            a header names the columns …
//     1700000000,user:4,512
//
//     1700000000  user:4  512  … else --columns key=2,size=3 says which is which
//
// Fields may stand in quotation marks (RFC 4180), without a line break in them.

/// Columns divided by commas or tabs.
struct ColumnsFormat: LineFormat {
  var lines: LineCount
  private let divider: UInt8
  private let choice: ColumnChoice
  /// Places from 0; nil until the first line has said what is where.
  private var places: Places?

  private struct Places {
    var key: Int
    var size: Int?
    var time: Int?
    var last: Int
  }

  init(_ options: FormatOptions, divider: UInt8) {
    lines = LineCount(options)
    self.divider = divider
    choice = options.columns
  }

  @inline(__always)
  mutating func read(
    _ line: LineBytes, into batch: inout RequestBatch
  ) throws(TraceProblem) {
    guard let places else { return try begin(line, into: &batch) }
    try read(line, places, into: &batch)
  }

  @inline(__always)
  private func read(
    _ line: LineBytes, _ places: Places, into batch: inout RequestBatch
  ) throws(TraceProblem) {
    var rest = line
    var column = 0
    var key = rest
    var size: UInt32 = 1
    while column <= places.last {
      guard column == 0 || rest.start <= line.end, !(rest.isEmpty && column > 0 && !hasMore(rest))
      else { throw .tooFewColumns(column, needed: places.last + 1) }
      let field = takeField(&rest)
      if column == places.key {
        guard !field.isEmpty else { throw .noKey }
        key = field
      } else if column == places.size {
        size = try field.size()
      } else if column == places.time {
        batch.note(milliseconds: try field.milliseconds())
      }
      column += 1
    }
    if places.size != nil { batch.append(key, size: size) } else { batch.append(key) }
  }

  /// Whether an empty field stands here: the byte before is a divider.
  @inline(__always)
  private func hasMore(_ rest: LineBytes) -> Bool {
    rest.start == rest.end && rest[rest.start - 1] == divider
  }

  @inline(__always)
  private func takeField(_ rest: inout LineBytes) -> LineBytes {
    guard !rest.isEmpty, rest[rest.start] == Ascii.quote else {
      return rest.take(upTo: divider)
    }
    var stop = rest.start + 1
    while stop < rest.end {
      if rest[stop] == Ascii.quote {
        guard stop + 1 < rest.end, rest[stop + 1] == Ascii.quote else { break }
        stop += 1
      }
      stop += 1
    }
    let field = rest.part(rest.start + 1, min(stop, rest.end))
    rest.start = min(stop + 1, rest.end)
    if !rest.isEmpty, rest[rest.start] == divider { rest.start += 1 }
    return field
  }

  // MARK: the first line

  /// Takes the first line for a header if it names the columns, else for a request.
  private mutating func begin(
    _ line: LineBytes, into batch: inout RequestBatch
  ) throws(TraceProblem) {
    var names: [String] = []
    var rest = line
    repeat { names.append(takeField(&rest).text.lowercased()) } while !rest.isEmpty
    let isHeader = names.contains { ColumnsFormat.keyNames.contains($0) } || choice.isNamed
    let key = try place(of: choice.key, among: names, else: ColumnsFormat.keyNames)
    let size = try place(of: choice.size, among: names, else: ColumnsFormat.sizeNames)
    let time = try place(of: choice.time, among: names, else: ColumnsFormat.timeNames)
    guard let key = key ?? (names.count == 1 ? 0 : nil) else {
      throw .noKeyColumn(columns: names.count)
    }
    let found = Places(key: key, size: size, time: time, last: max(key, size ?? 0, time ?? 0))
    places = found
    if isHeader { return }
    do throws(TraceProblem) {
      try read(line, found, into: &batch)
    } catch .noNumber {
      // Columns were chosen by number and the first line has words where numbers belong: a header.
      return
    }
  }

  private func place(
    of column: ColumnChoice.Column?, among names: [String], else usual: [String]
  ) throws(TraceProblem) -> Int? {
    switch column {
    case .number(let number):
      guard number <= names.count else { throw .tooFewColumns(names.count, needed: number) }
      return number - 1
    case .name(let name):
      guard let place = names.firstIndex(of: name.lowercased()) else {
        throw .unknownColumn(name, known: names)
      }
      return place
    case nil:
      // Whoever has chosen the key has chosen all columns.
      guard choice.key == nil else { return nil }
      for name in usual { if let place = names.firstIndex(of: name) { return place } }
      return nil
    }
  }

  private static let keyNames = [
    "key", "id", "obj_id", "object_id", "object", "obj", "url", "uri", "path", "block", "lbn",
  ]
  private static let sizeNames = ["size", "bytes", "obj_size", "object_size", "length"]
  private static let timeNames = ["time", "timestamp", "ts", "second", "seconds"]

  static let commas = FormatRow(
    name: "csv", aliases: ["comma"],
    summary: "columns divided by commas: named by a header, or chosen with --columns",
    example: "1700000000,user:4,512", endings: ["csv"], reference: "RFC 4180",
    looks: { head in head.wholeLines.allSatisfy { $0.contains(",") } },
    make: { ColumnsFormat($0, divider: Ascii.comma) })

  static let tabs = FormatRow(
    name: "tsv", aliases: ["tab"],
    summary: "columns divided by tabs: named by a header, or chosen with --columns",
    example: "1700000000\tuser:4\t512", endings: ["tsv", "tab"], reference: "IANA text/tsv",
    looks: { head in head.wholeLines.allSatisfy { $0.contains("\t") } },
    make: { ColumnsFormat($0, divider: Ascii.tab) })
}

extension ColumnChoice {
  /// Whether a column was chosen by its name, so that there must be a header.
  fileprivate var isNamed: Bool {
    [key, size, time].contains { if case .name = $0 { true } else { false } }
  }
}
