import Glibc

/// Something that bytes come out of, a piece at a time.
protocol ByteSource: AnyObject {
  /// Puts bytes at the beginning of `room`.
  ///
  /// - Returns: how many there are; 0 at the end, and only there.
  func read(into room: UnsafeMutableRawBufferPointer) throws(TraceFileError) -> Int

  /// Bytes of the file that have been read so far, as they stand on the disk.
  var bytesRead: Int { get }
}

/// A file or a pipe, as it is.
final class DescriptorSource: ByteSource {
  private let number: Int32
  private let path: String
  private let isStopped: @Sendable () -> Bool
  private(set) var bytesRead = 0
  /// The length of an ordinary file; nil of a pipe.
  let length: Int?

  /// Opens a file; `-` is standard input.
  init(path: String, isStopped: @escaping @Sendable () -> Bool) throws(TraceFileError) {
    self.path = path
    self.isStopped = isStopped
    number = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .system(path: path, code: errno) }
    var status = stat()
    guard fstat(number, &status) == 0 else { throw .system(path: path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .system(path: path, code: EISDIR) }
    let isOrdinary = status.st_mode & S_IFMT == S_IFREG
    length = isOrdinary ? Int(status.st_size) : nil
    if isOrdinary { _ = posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL) }
  }

  deinit {
    if number > 0 { close(number) }
  }

  func read(into room: UnsafeMutableRawBufferPointer) throws(TraceFileError) -> Int {
    while true {
      if isStopped() { throw .stopped }
      let count = Glibc.read(number, room.baseAddress, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(path: path, code: errno) }
      bytesRead += count
      return count
    }
  }
}

/// The bytes that were looked at to tell what a source holds, and then the source itself.
final class PeekedSource: ByteSource {
  private let source: any ByteSource
  private var head: [UInt8]
  private var offset = 0

  /// Reads the first `count` bytes, or all there are.
  init(_ source: any ByteSource, peeking count: Int) throws(TraceFileError) {
    self.source = source
    var head: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: count)
    while head.count < count {
      let room = count - head.count
      do throws(TraceFileError) {
        let found = try PeekedSource.read(source, &chunk, room)
        if found == 0 { break }
        head += chunk[..<found]
      } catch {
        // Whoever stops a slow pipe wants to know of what has come through it.
        guard case .stopped = error, !head.isEmpty else { throw error }
        break
      }
    }
    self.head = head
  }

  private static func read(
    _ source: any ByteSource, _ chunk: inout [UInt8], _ count: Int
  ) throws(TraceFileError) -> Int {
    var failure: TraceFileError?
    let found = chunk.withUnsafeMutableBytes { room -> Int in
      do throws(TraceFileError) {
        return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[..<count]))
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    return found
  }

  /// The first bytes.
  var first: [UInt8] { head }

  var bytesRead: Int { source.bytesRead }

  func read(into room: UnsafeMutableRawBufferPointer) throws(TraceFileError) -> Int {
    guard offset < head.count else { return try source.read(into: room) }
    let count = min(room.count, head.count - offset)
    head.withUnsafeBytes { bytes in
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
    }
    offset += count
    return count
  }
}
