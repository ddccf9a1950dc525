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
    var parser = try parser(for: source)
    var batch = RequestBatch()
    let isWhole = try feed(&parser, from: source, by: &batch) { batch in
      builder.add(batch)
      return !builder.isFull
    } report: {
      report(
        Progress(
          requests: builder.requestsRead, bytes: source.bytesRead, totalBytes: file.length))
    }
    guard isWhole || builder.isCut else {
      throw .tooLong(path: path, limit: TraceBuilder.limit)
    }
    builder.broken = parser.broken
    guard builder.requestsRead > 0 else {
      throw .empty(path: path, skipped: builder.skipped, broken: parser.broken)
    }
  }

  /// Reads the first requests by the names of their keys: to play them, not to count them.
  ///
  /// - Parameter most: so many requests, then it ends.
  /// - Returns: the key of each request, and whether there are more of them.
  public func keys(most: Int) throws(TraceFileError) -> (keys: [[UInt8]], isCut: Bool) {
    // Who plays a trace waits for it: a pipe into which nobody writes would never end.
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(path: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .noFile(path: path) }
    let source = try unpacked(DescriptorSource(path: path, isStopped: { false }), { false })
    var parser = try parser(for: source)
    var batch = RequestBatch(keepsNames: true)
    var keys: [[UInt8]] = []
    var skipped = 0
    _ = try feed(&parser, from: source, by: &batch) { batch in
      keys.append(contentsOf: batch.names)
      skipped = batch.skipped
      return keys.count <= most
    }
    guard !keys.isEmpty else {
      throw .empty(path: path, skipped: skipped, broken: parser.broken)
    }
    return (Array(keys.prefix(most)), keys.count > most)
  }

  private func parser(for source: PeekedSource) throws(TraceFileError) -> any TraceParser {
    guard let row = format ?? guess(source.first) else {
      throw .unknownFormat(path: path, known: catalog.rows.map(\.name))
    }
    return row.make(options)
  }

  /// Passes the bytes on, what is left of a record before the ones that follow.
  ///
  /// - Parameter take: takes the requests of a batch; false when it wants no more.
  /// - Returns: whether nothing was left when the last batch was taken.
  private func feed(
    _ parser: inout any TraceParser, from source: any ByteSource, by batch: inout RequestBatch,
    take: (RequestBatch) -> Bool, report: () -> Void = {}
  ) throws(TraceFileError) -> Bool {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 21, alignment: 64)
    defer { buffer.deallocate() }
    var (start, end) = (0, 0)
    var isLast = false
    while true {
      let rest = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
      let count: Int
      do throws(TraceFault) {
        count = try parser.parse(rest, isLast: isLast, into: &batch)
      } catch {
        _ = take(batch)
        throw .fault(path: path, error)
      }
      let goesOn = take(batch)
      batch.removeAll()
      start += count
      if !goesOn { return start == end && isLast }
      if count > 0 { continue }
      if isLast { return true }
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      (start, end) = (0, end - start)
      let found = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
      end += found
      isLast = found == 0
      report()
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
