import Glibc

/// An open file; closed when it goes out of scope, which also gives back its lock.
struct Descriptor: ~Copyable {
  let number: Int32
  let path: String

  /// Opens a file; `flags` as in open(2), never inherited by other programs.
  init(
    _ path: String, _ flags: Int32, mode: mode_t = 0o600, action: FileError.Action
  ) throws(FileError) {
    self.path = path
    var number: Int32
    repeat {
      number = Glibc.open(path, flags | O_CLOEXEC, mode)
    } while number < 0 && errno == EINTR
    guard number >= 0 else { throw FileError(path: path, action: action) }
    self.number = number
  }

  /// Takes over a file that is open.
  init(owning number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit {
    _ = Glibc.close(number)
  }

  /// Writes all bytes; one call of write(2) unless the system takes fewer.
  func write(_ bytes: [UInt8]) throws(FileError) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(number, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw FileError(path: path, action: .write, code: count == 0 ? ENOSPC : errno)
      }
      offset += count
    }
  }

  /// Reads up to the end, or one byte more than `limit`.
  func read(limit: Int) throws(FileError) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 * 1024)
    while content.count <= limit {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path: path, action: .read) }
      if count == 0 { break }
      content += chunk[..<count]
    }
    return content.count > limit + 1 ? Array(content[...limit]) : content
  }

  /// The number of bytes in the file.
  func length() throws(FileError) -> Int {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw FileError(path: path, action: .read) }
    return Int(status.st_size)
  }

  var isOrdinary: Bool {
    var status = stat()
    return fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Takes the file for ourselves if nobody else has it.
  func tryLock() -> Bool {
    flock(number, LOCK_EX | LOCK_NB) == 0
  }

  /// Takes the file for ourselves, and waits up to two seconds for others: they only hold it for
  /// a moment, and one that was stopped in that moment must not stop everybody.
  func lock() throws(FileError) {
    for _ in 0..<200 {
      if tryLock() { return }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw FileError(path: path, action: .lock)
      }
      usleep(10_000)
    }
    throw FileError(path: path, action: .lock, code: EBUSY)
  }
}
