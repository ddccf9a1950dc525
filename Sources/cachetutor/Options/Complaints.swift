extension [String] {
  /// The first complaint, and which subcommand tells the others; nil when all is well.
  func firstComplaint(restBy command: String) -> String? {
    guard let first else { return nil }
    return count == 1 ? first : "\(first) (and \(count - 1) more: cachetutor \(command))"
  }
}
