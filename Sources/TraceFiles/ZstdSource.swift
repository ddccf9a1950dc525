import CZstd

/// Unpacks zstd as it comes; several frames in a row are one file (RFC 8878).
final class ZstdSource: ByteSource {
  private let source: any ByteSource
  private let path: String
  private let stream: OpaquePointer
  private let packed = UnsafeMutableRawBufferPointer.allocate(
    byteCount: max(1 << 17, ZSTD_DStreamInSize()), alignment: 16)
  private var input = ZSTD_inBuffer()
  /// What the library still waits for; 0 between frames.
  private var wanted = 0
  private var hasEnded = false

  init(_ source: any ByteSource, path: String) throws(TraceFileError) {
    self.source = source
    self.path = path
    guard let stream = ZSTD_createDStream() else {
      throw .broken(path: path, what: "zstd cannot be set up")
    }
    self.stream = stream
    // Files of --long=31 are unpacked too.
    ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, 31)
  }

  deinit {
    ZSTD_freeDStream(stream)
    packed.deallocate()
  }

  var bytesRead: Int { source.bytesRead }

  func read(into room: UnsafeMutableRawBufferPointer) throws(TraceFileError) -> Int {
    var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
    while output.pos == 0 {
      if input.pos == input.size {
        let count = try source.read(into: packed)
        input = ZSTD_inBuffer(src: packed.baseAddress, size: count, pos: 0)
        // At the end there may still be bytes in the library that had no room before.
        if count == 0, wanted == 0 { return 0 }
        hasEnded = count == 0
      }
      wanted = ZSTD_decompressStream(stream, &output, &input)
      if ZSTD_isError(wanted) != 0 {
        let words = String(cString: ZSTD_getErrorName(wanted))
        throw .broken(path: path, what: "the zstd data is broken (\(words))")
      }
      if hasEnded, output.pos == 0, wanted != 0 {
        throw .broken(path: path, what: "the zstd data ends early")
      }
    }
    return output.pos
  }
}
