import Foundation
import PolicyLab
import TraceFiles

/// The golden trace: 129 000 requests for 26 204 keys.
enum Golden {
  static func path(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("CacheEngineTests/Fixtures/\(name)").path
  }

  static func fixture(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/\(name)").path
  }

  static func mixed() throws -> LabTrace {
    var builder = TraceBuilder()
    try TraceFile(path: path("mixed.txt")).read(into: &builder)
    return builder.trace(name: "mixed")
  }
}
