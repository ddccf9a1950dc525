import Glibc
import PolicyLab

/// Why a trace could not be read.
public enum TraceFileError: Error, Hashable, Sendable {
  /// The system said no.
  case system(path: String, code: Int32)
  /// A folder, a pipe or a device where a file is needed.
  case noFile(path: String)
  /// What is packed cannot be unpacked.
  case broken(path: String, what: String)
  /// Packed in a way that we do not unpack; this program does.
  case packed(path: String, unpacker: String)
  case unknownFormat(path: String, known: [String])
  /// A record is broken.
  case fault(path: String, TraceFault)
  /// The trace has no requests at all; so many records were left out.
  case empty(path: String, skipped: Int, broken: Int)
  case tooLong(path: String, limit: Int)
  /// The person has stopped the reading.
  case stopped
}
