/// What the catalog says of one trace format, and how to read it.
public struct FormatRow: Sendable {
  /// What people type, in any case.
  public let name: String
  public let aliases: [String]
  /// What a record is, in one line.
  public let summary: String
  /// One record; nil where it is no text.
  public let example: String?
  /// How the names of such files end, in lower case and without the dot.
  public let endings: [String]
  /// Where it comes from.
  public let reference: String
  /// Whether a file that begins like this could be one.
  public let looks: @Sendable (TraceHead) -> Bool
  /// Makes a parser that stands at the beginning of a trace.
  public let make: @Sendable (FormatOptions) -> any TraceParser

  public init(
    name: String, aliases: [String] = [], summary: String, example: String?,
    endings: [String] = [], reference: String,
    looks: @escaping @Sendable (TraceHead) -> Bool,
    make: @escaping @Sendable (FormatOptions) -> any TraceParser
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.example = example
    self.endings = endings
    self.reference = reference
    self.looks = looks
    self.make = make
  }
}

/// The first bytes of a trace, by which its format is told.
public struct TraceHead: Sendable {
  public let bytes: [UInt8]
  /// The first lines; the last one only if it is whole or the only one.
  public let wholeLines: [String]

  /// How many bytes are looked at.
  public static let length = 4_096

  public init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes.prefix(TraceHead.length))
    var lines = self.bytes.split(separator: Ascii.newline, omittingEmptySubsequences: false)
    if lines.count > 1 { lines.removeLast() }
    wholeLines = lines.prefix(16).map { line in
      String(decoding: line.last == Ascii.carriageReturn ? line.dropLast() : line, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }
}
