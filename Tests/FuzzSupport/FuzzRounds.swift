import Foundation

/// How long a test with random input runs.
public enum FuzzRounds {
  /// The usual number of rounds of a test, or `CACHETUTOR_FUZZ_ROUNDS` of them.
  ///
  ///     CACHETUTOR_FUZZ_ROUNDS=10000 swift test --filter Fuzz
  public static func rounds(_ usual: Int) -> Int {
    ProcessInfo.processInfo.environment["CACHETUTOR_FUZZ_ROUNDS"].flatMap { Int($0) } ?? usual
  }
}
