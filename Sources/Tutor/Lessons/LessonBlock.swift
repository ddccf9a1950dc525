/// The info words that make a fenced block part of the machinery.
public enum LessonBlock: String, CaseIterable, Hashable, Sendable {
  case setup, opening, listing, watch, predict, goal, hint, solution, mistake
  case allow, deny, order, contrast, production

  /// The words in the order in which they are explained.
  public static let words = allCases.map(\.rawValue)

  /// True for the blocks that a step can have only one of.
  public var isSingle: Bool {
    switch self {
    case .setup, .opening, .listing, .order, .contrast: true
    case .watch, .predict, .goal, .hint, .solution, .mistake, .allow, .deny, .production: false
    }
  }

  /// True for the blocks with words after the info word on the fence itself.
  public var takesArguments: Bool {
    self == .predict || self == .allow || self == .deny
  }

  /// Info words of code that is merely shown; any other unknown word is taken for a slip.
  public static let languages = [
    "apache", "bash", "c", "conf", "console", "dockerfile", "go", "haproxy", "http", "ini", "java",
    "javascript", "js", "json", "kotlin", "memcached", "nginx", "properties", "protobuf", "py",
    "python", "redis", "rb", "ruby", "rust", "sh", "sql", "swift", "text", "toml", "ts", "txt",
    "typescript", "vcl", "xml", "yaml", "yml",
  ]
}
