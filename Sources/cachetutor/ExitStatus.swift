import ArgumentParser

/// What the program's exit code means.
enum ExitStatus {
  /// A check or a replay failed.
  static let failed = ExitCode(1)
  /// The arguments make no sense.
  static let usage = ExitCode(2)
  /// A file cannot be read or is broken.
  static let badFile = ExitCode(3)

  /// Ended by a signal, as shells say it.
  static func signal(_ number: Int32) -> ExitCode { ExitCode(128 + number) }
}
