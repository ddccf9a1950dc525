import LessonFiles
import PolicyLab
import TraceFiles

/// What can be wrong with the words of the laboratory's subcommands.
enum LabError: Error {
  case noTrace
  case traceAndWorkload
  case unknownFormat(String, known: [String])
  case badColumns(String)
  case badSample(String)
  case badSize(String)
  case badLimit(String)
  case workload(WorkloadProblem)
  /// Bytes that the trace takes, and bytes that are to be had.
  case tooLarge(String, needed: Int, free: Int)
  /// Ctrl-C, while a trace was made.
  case stopped
  case file(TraceFileError)
  case unknownPolicy(String, known: [String])
  case noPolicy
  /// No key of so many requests was chosen.
  case emptySample(String, requests: Int)
  case badCapacity(String)
  case noCapacity
  case zeroCapacity(String)
  case negativeCapacity(String)
  case mixedCapacities(entries: String, bytes: String)
  case noSizes(String)
  case badLatency(String)
  case twoForms
  case twoTraces
  case badPoints(Int)
  case badPrice(String)
  case priceWithoutSizes
  case picture(FileError)

  /// Whether a file is at fault, and not the words that were typed.
  var isFile: Bool {
    switch self {
    case .file, .picture: true
    default: false
    }
  }
}
