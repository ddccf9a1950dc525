import Glibc
import Tutor

/// Writes a session, line by line, while it happens.
///
/// Each line is one write(2) at the end of the file, so a crash can tear the last line and nothing
/// else. The file is locked while it is being written: it will not be thinned out, and no second
/// program goes on with it.
public final class SessionWriter {
  /// How much is kept; the oldest sessions go first.
  public struct Limits: Hashable, Sendable {
    public var files: Int
    public var bytes: Int

    public init(files: Int = 200, bytes: Int = 50 * 1024 * 1024) {
      self.files = files
      self.bytes = bytes
    }
  }

  public var path: String { file.path }
  private let file: Descriptor
  private var length: Int
  /// Set when half a line could not be taken back: nothing may follow it.
  private var isBroken = false

  /// Starts a new file with its header, and thins out the old ones.
  public init(
    in state: StateDirectory, header: SessionHeader, limits: Limits = Limits()
  ) throws(FileError) {
    file = try SessionWriter.create(in: state.sessions)
    length = 0
    _ = file.tryLock()
    try write(SessionText.text(of: header))
    try? SessionWriter.thinOut(state, limits: limits)
  }

  /// Goes on with a file that nobody is writing; its torn last line, if it has one, is cut off.
  ///
  /// - Returns: nil when somebody else is writing it.
  public init?(continuing path: String) throws(FileError) {
    file = try Descriptor(path, O_RDWR | O_APPEND | O_NONBLOCK, action: .write)
    guard file.tryLock() else { return nil }
    let content = try file.read(limit: SessionText.byteLimit)
    length = content.lastIndex(of: 10).map { $0 + 1 } ?? 0
    if length < content.count, ftruncate(file.number, off_t(length)) != 0 {
      throw FileError(path: path, action: .write)
    }
  }

  /// Adds one line.
  public func append(_ kind: SessionEntry.Kind) throws(FileError) {
    try write(SessionText.text(of: kind))
  }

  /// Takes the file away again.
  public func discard() {
    unlink(path)
  }

  private func write(_ text: String) throws(FileError) {
    guard !isBroken else { throw FileError(path: path, action: .write, code: EIO) }
    let bytes = Array(text.utf8)
    do {
      try file.write(bytes)
      length += bytes.count
    } catch {
      // A disk that is full may have taken half of the line.
      isBroken = ftruncate(file.number, off_t(length)) != 0
      throw error
    }
  }

  private static func create(in folder: String) throws(FileError) -> Descriptor {
    let stamp = SessionName.stamp()
    for number in 1...1_000 {
      let path = "\(folder)/\(stamp)\(number == 1 ? "" : "-\(number)").session"
      do {
        return try Descriptor(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND, action: .create)
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
    throw FileError(path: folder, action: .create, code: EEXIST)
  }

  /// Removes the oldest sessions that nobody is writing until the rest keeps to the limits.
  static func thinOut(_ state: StateDirectory, limits: Limits) throws(FileError) {
    var sizes: [(path: String, bytes: Int)] = []
    for path in try state.sessionPaths() {
      var status = stat()
      if stat(path, &status) == 0 { sizes.append((path, Int(status.st_size))) }
    }
    var count = sizes.count
    var bytes = sizes.reduce(0) { $0 + $1.bytes }
    for (path, size) in sizes {
      guard count > limits.files || bytes > limits.bytes else { return }
      guard let file = try? Descriptor(path, O_RDONLY | O_NONBLOCK, action: .remove),
        file.tryLock(), unlink(path) == 0
      else { continue }
      count -= 1
      bytes -= size
    }
  }
}
