import Foundation

/// What is fed with bytes; `CACHETUTOR_FUZZ_TARGET` names one.
enum FuzzTarget: String, CaseIterable {
  case commands, listings, lessons, sessions

  static let chosen: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["CACHETUTOR_FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let known = allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("set CACHETUTOR_FUZZ_TARGET to one of: \(known)")
    }
    return target
  }()

  func run(_ bytes: [UInt8]) {
    switch self {
    case .commands: CommandFuzz.run(bytes)
    case .listings: ListingFuzz.run(bytes)
    case .lessons: LessonFuzz.run(bytes)
    case .sessions: SessionFuzz.run(bytes)
    }
  }
}

/// What libFuzzer calls, once for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
