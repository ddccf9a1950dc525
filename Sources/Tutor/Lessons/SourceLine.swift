/// A line of a lesson, pattern or session file, counted from 1.
///
/// 0 stands for a file or folder as a whole.
public struct SourceLine: Hashable, Comparable, Sendable {
  public let number: Int

  public static let whole = SourceLine(0)

  public init(_ number: Int) {
    self.number = number
  }

  public static func < (left: SourceLine, right: SourceLine) -> Bool {
    left.number < right.number
  }

  /// The line `count` lines further down.
  public func advanced(by count: Int) -> SourceLine {
    SourceLine(number + count)
  }
}
