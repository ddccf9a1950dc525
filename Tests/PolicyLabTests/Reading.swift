import PolicyLab
import Testing

/// Reads a trace out of memory, in pieces of any length.
struct Reading {
  private let bytes: [UInt8]
  private let piece: Int

  init(_ text: String, piece: Int = .max) {
    self.init(bytes: Array(text.utf8), piece: piece)
  }

  init(bytes: [UInt8], piece: Int = .max) {
    self.bytes = bytes
    self.piece = piece
  }

  func trace(_ format: String, _ options: FormatOptions = FormatOptions()) throws -> LabTrace {
    try trace(try #require(FormatCatalog.standard.find(format)), options)
  }

  func trace(_ row: FormatRow, _ options: FormatOptions = FormatOptions()) throws -> LabTrace {
    var parser = row.make(options)
    var builder = TraceBuilder()
    var batch = RequestBatch()
    var (start, end) = (0, 0)
    try bytes.withUnsafeBytes { bytes in
      while start < bytes.count {
        let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        let count = try parser.parse(part, isLast: end == bytes.count, into: &batch)
        builder.add(batch)
        batch.removeAll()
        start += count
        if count == 0 { end += min(bytes.count - end, piece) }
      }
    }
    builder.broken = parser.broken
    return builder.trace(name: "test")
  }
}
