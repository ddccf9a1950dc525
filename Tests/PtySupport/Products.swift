import Foundation

/// Where the build has put the package's programs.
public enum Products {
  /// The path of a program of this package; beside the test binary.
  public static func path(of name: String) -> String {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appending(path: name).path
  }
}
