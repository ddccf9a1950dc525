extension LogFilter {
  /// Reads a filter as it is typed after `log`; nil for words that name nothing.
  ///
  /// No words at all show everything.
  public init?(words: String) {
    guard let filter = try? LogFilter.read(words.split(separator: " ").map(String.init)) else {
      return nil
    }
    self = filter
  }
}
