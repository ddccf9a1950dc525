import Glibc

/// The few things that are asked of the file system.
enum Files {
  /// The whole content of an ordinary file, up to one byte more than `limit`.
  static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    // Without blocking: a pipe with a lesson's name must not stop the program.
    let file = try Descriptor(path, O_RDONLY | O_NONBLOCK, action: .read)
    guard file.isOrdinary else { throw FileError(path: path, action: .read, code: EINVAL) }
    return try file.read(limit: limit)
  }

  /// Standard input, up to one byte more than `limit`.
  static func readInput(limit: Int) throws(FileError) -> [UInt8] {
    let input = dup(0)
    guard input >= 0 else { throw FileError(path: "standard input", action: .read) }
    return try Descriptor(owning: input, path: "standard input").read(limit: limit)
  }

  /// As `read`; nothing when there is no such file.
  static func readIfThere(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    do {
      return try read(path, limit: limit)
    } catch {
      guard error.code == ENOENT else { throw error }
      return []
    }
  }

  /// The names in a folder, in order, hidden ones left out.
  static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(path: folder, action: .list) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    kind(of: path) == S_IFDIR
  }

  static func isFile(_ path: String) -> Bool {
    kind(of: path) == S_IFREG
  }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Makes a folder that only its owner can enter, and the folders above it.
  static func makeFolder(_ path: String) throws(FileError) {
    if isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    // Somebody else may make it in the same moment.
    guard mkdir(path, 0o700) == 0 || errno == EEXIST, isFolder(path) else {
      throw FileError(path: path, action: .create)
    }
  }

  /// Puts new content in the place of a file: readers see the old or the new one, never a part,
  /// and neither does the next start after a crash.
  static func replace(
    _ path: String, with bytes: [UInt8], mode: mode_t = 0o600
  ) throws(FileError) {
    let temporary = "\(path).tmp"
    do throws(FileError) {
      unlink(temporary)
      let flags = O_WRONLY | O_CREAT | O_EXCL
      let file = try Descriptor(temporary, flags, mode: mode, action: .create)
      try file.write(bytes)
      guard fsync(file.number) == 0 else { throw FileError(path: path, action: .write) }
      try move(temporary, to: path)
    } catch {
      unlink(temporary)
      // Nobody but us knows of the temporary file.
      throw FileError(path: path, action: error.action, code: error.code, cause: error.cause)
    }
  }

  static func move(_ path: String, to other: String) throws(FileError) {
    guard rename(path, other) == 0 else { throw FileError(path: path, action: .rename) }
  }

  /// Runs `body` while nobody else who asks for the same lock does.
  static func locked<Value>(
    _ lock: String, _ body: () throws(FileError) -> Value
  ) throws(FileError) -> Value {
    let file = try Descriptor(lock, O_RDWR | O_CREAT, action: .lock)
    try file.lock()
    return try body()
  }

  /// The program itself, as the system knows it.
  static var executable: String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBufferPointer { bytes -> Int in
      guard let start = bytes.baseAddress else { return 0 }
      return readlink("/proc/self/exe", start, bytes.count)
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : ""
  }

  /// The path without its last part; `/` has none.
  static func parent(of path: String) -> String? {
    guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The value of an environment variable; nil when it is missing or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
