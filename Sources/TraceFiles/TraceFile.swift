import Glibc
import PolicyLab

// From a file to a trace.
//
//     file or pipe ──▶ gzip, zstd or as it is ──▶ 2 MiB of bytes ──▶ parser ──▶ batch ──▶ trace
//
// Each stage holds one buffer that is used over and over; what grows is the trace itself. How the
// file is packed is told by its first bytes, whatever its name.

/// Reads traces.
public struct TraceFile: Sendable {
  public var path: String
  /// Nil when the format is to be told by name and beginning.
  public var format: FormatRow?
  public var options = FormatOptions()
  public var catalog = FormatCatalog.standard

  public init(path: String, format: FormatRow? = nil) {
    self.path = path
    self.format = format
  }

  /// How far the reading is.
  public struct Progress: Sendable {
    public var requests: Int
    /// Of the file as it stands on the disk.
    public var bytes: Int
    /// Nil when the trace comes through a pipe.
    public var totalBytes: Int?
  }

  /// Reads all of it into the builder.
  ///
  /// - Parameters:
  ///   - isStopped: asked before each piece; reading ends with `.stopped` once it is true. What was
  ///     read so far is in the builder.
  ///   - report: told of the progress, about every megabyte.
  public func read(
    into builder: inout TraceBuilder, isStopped: @escaping @Sendable () -> Bool = { false },
    report: (Progress) -> Void = { _ in }
  ) throws(TraceFileError) {
    let file = try DescriptorSource(path: path, isStopped: isStopped)
    let source = try unpacked(file, isStopped)
    guard let row = format ?? guess(source.first) else {
      throw .unknownFormat(path: path, known: catalog.rows.map(\.name))
    }
    var parser = row.make(options)
    try feed(&parser, from: source, into: &builder) { requests in
      report(Progress(requests: requests, bytes: source.bytesRead, totalBytes: file.length))
    }
    builder.broken = parser.broken
    guard builder.requestsRead > 0 else {
      throw .empty(path: path, skipped: builder.skipped, broken: parser.broken)
    }
  }

  /// Passes the bytes on, what is left of a record before the ones that follow.
  private func feed(
    _ parser: inout any TraceParser, from source: any ByteSource, into builder: inout TraceBuilder,
    report: (Int) -> Void
  ) throws(TraceFileError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 21, alignment: 64)
    defer { buffer.deallocate() }
    var batch = RequestBatch()
    var (start, end) = (0, 0)
    var isLast = false
    while true {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
      let count: Int
      do throws(TraceFault) {
        count = try parser.parse(rest, isLast: isLast, into: &batch)
      } catch {
        builder.add(batch)
        throw .fault(path: path, error)
      }
      builder.add(batch)
      batch.removeAll()
      start += count
      if builder.isFull {
        guard builder.isCut || start == end && isLast else {
          throw .tooLong(path: path, limit: TraceBuilder.limit)
        }
        return
      }
      if count > 0 { continue }
      if isLast { return }
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      (start, end) = (0, end - start)
      let found = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
      end += found
      isLast = found == 0
      report(builder.requestsRead)
    }
  }

  private func guess(_ head: [UInt8]) -> FormatRow? {
    var name = path
    for ending in [".gz", ".zst", ".zstd"] where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    return catalog.guess(name: name, head: TraceHead(head))
  }

  /// The bytes themselves, however they are packed.
  private func unpacked(
    _ file: DescriptorSource, _ isStopped: @escaping @Sendable () -> Bool
  ) throws(TraceFileError) -> PeekedSource {
    let raw = try PeekedSource(file, peeking: TraceHead.length)
    let magic = raw.first.prefix(6)
    if magic.starts(with: [0x1F, 0x8B]) {
      let ahead = ReadAheadSource(try GzipSource(raw, path: path), isStopped: isStopped)
      return try PeekedSource(ahead, peeking: TraceHead.length)
    }
    if magic.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      let ahead = ReadAheadSource(try ZstdSource(raw, path: path), isStopped: isStopped)
      return try PeekedSource(ahead, peeking: TraceHead.length)
    }
    let others: [([UInt8], String)] = [
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x42, 0x5A, 0x68], "bzip2"),
      ([0x04, 0x22, 0x4D, 0x18], "lz4"),
    ]
    for (bytes, unpacker) in others where magic.starts(with: bytes) {
      // Text may begin with "BZh" too; packed data has other bytes besides.
      if raw.first.contains(where: { $0 == 0 || $0 > 0xF4 }) {
        throw .packed(path: path, unpacker: unpacker)
      }
    }
    return raw
  }
}
