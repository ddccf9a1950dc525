import CZlib

/// Unpacks gzip as it comes; several members in a row are one file (RFC 1952).
final class GzipSource: ByteSource {
  private let source: any ByteSource
  private let path: String
  private var stream = z_stream()
  private let packed = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var hasEnded = false
  /// Whether the source has nothing more.
  private var isLast = false
  /// Whether the last member is whole.
  private var isBetweenMembers = false

  init(_ source: any ByteSource, path: String) throws(TraceFileError) {
    self.source = source
    self.path = path
    // 31: the largest window, and gzip's own frame.
    let status = inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .broken(path: path, what: "gzip cannot be set up") }
  }

  deinit {
    inflateEnd(&stream)
    packed.deallocate()
  }

  var bytesRead: Int { source.bytesRead }

  func read(into room: UnsafeMutableRawBufferPointer) throws(TraceFileError) -> Int {
    let size = UInt32(min(room.count, 1 << 30))
    stream.next_out = room.bindMemory(to: UInt8.self).baseAddress
    stream.avail_out = size
    while stream.avail_out == size, !hasEnded {
      if stream.avail_in == 0 {
        let count = try source.read(into: packed)
        stream.next_in = packed.bindMemory(to: UInt8.self).baseAddress
        stream.avail_in = UInt32(count)
        if count == 0, isBetweenMembers {
          hasEnded = true
          break
        }
        isLast = count == 0
      }
      if isBetweenMembers {
        inflateReset(&stream)
        isBetweenMembers = false
      }
      switch inflate(&stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR:
        // At the end there may still be bytes in the library that had no room before.
        if isLast, stream.avail_out == size {
          throw .broken(path: path, what: "the gzip data ends early")
        }
      case Z_STREAM_END: isBetweenMembers = true
      default:
        let words = stream.msg.map { String(cString: $0) } ?? "it is damaged"
        throw .broken(path: path, what: "the gzip data is broken (\(words))")
      }
    }
    return Int(size - stream.avail_out)
  }
}
