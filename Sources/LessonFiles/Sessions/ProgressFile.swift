import Glibc
import Tutor

/// The file that keeps a learner's progress.
///
/// Several programs may run at once. Every change is made to what is on the disk at that moment,
/// under a lock, and takes the old file's place in one step: nobody's work overwrites another's,
/// and a crash leaves the old progress or the new one.
public struct ProgressFile: Hashable, Sendable {
  /// Something that the learner should hear of.
  public enum Notice: Hashable, Sendable {
    /// Some lines could not be read; the file was kept under another name.
    case damaged(lines: [SourceLine], keptAs: String)
    /// A later version wrote the file; this one leaves it alone.
    case newer(format: Int)
  }

  public let path: String
  /// Bytes of the file; more is not read.
  static let limit = 16 * 1024 * 1024

  public init(path: String) {
    self.path = path
  }

  /// What is on the disk; empty when there is no file yet.
  public func load() throws(FileError) -> (progress: Progress, notice: Notice?) {
    try update { _ in }
  }

  /// Changes what is on the disk, and returns what it has become.
  @discardableResult
  public func update(
    _ change: (inout Progress) -> Void
  ) throws(FileError) -> (progress: Progress, notice: Notice?) {
    try Files.locked(path + ".lock") { () throws(FileError) in
      let bytes = try Files.readIfThere(path, limit: ProgressFile.limit)
      let reading = bytes.isEmpty ? nil : Progress.parse(bytes: bytes)
      var progress = reading?.progress ?? Progress()
      let before = progress
      change(&progress)
      if let format = reading?.newerFormat { return (progress, .newer(format: format)) }
      var notice: Notice?
      if let damage = reading?.damage, !damage.isEmpty {
        let other = try unusedName()
        try Files.move(path, to: other)
        notice = .damaged(lines: damage, keptAs: other)
      }
      if progress != before || notice != nil {
        try Files.replace(path, with: Array(progress.text.utf8))
      }
      return (progress, notice)
    }
  }

  /// Reads progress that comes from elsewhere, whole or not at all; `-` is standard input.
  public static func read(_ path: String) throws(ProgressError) -> Progress {
    let isInput = path == "-"
    let name = isInput ? "standard input" : path
    let bytes: [UInt8]
    do throws(FileError) {
      let limit = Progress.importLimit
      bytes = try isInput ? Files.readInput(limit: limit) : Files.read(path, limit: limit)
    } catch {
      throw ProgressError(path: name, line: .whole, kind: .unreadable(reason: error.reason))
    }
    return try Progress.read(bytes: bytes, path: name)
  }

  private func unusedName() throws(FileError) -> String {
    for number in 1...1_000 {
      let name = path + ".damaged" + (number == 1 ? "" : ".\(number)")
      if access(name, F_OK) != 0 { return name }
    }
    throw FileError(path: path + ".damaged", action: .create, code: EEXIST)
  }
}

extension ProgressFile.Notice {
  /// The notice in words.
  public func message(path: String) -> String {
    switch self {
    case .damaged(let lines, let other):
      "\(path): \(lines.count == 1 ? "line" : "lines") "
        + lines.prefix(5).map { "\($0.number)" }.joined(separator: ", ")
        + " could not be read — the rest counts, and the old file is kept as \(other)"
    case .newer(let format):
      "\(path): written by a newer cachetutor (format \(format)) — "
        + "nothing is saved to it; upgrade cachetutor to go on from there"
    }
  }
}
