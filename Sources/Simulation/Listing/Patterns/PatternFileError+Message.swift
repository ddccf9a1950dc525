extension PatternFileError: CustomStringConvertible {
  /// What is wrong, and what to write instead.
  public var description: String {
    switch problem {
    case .noSummary:
      "the file does not begin with a comment — begin with `# ` and one sentence about the pattern"
    case .noOption(let line):
      "`\(line)` is no option — write `# option $ttl = 60s: what it decides`"
    case .optionTwice(let placeholder):
      "\(placeholder) stands in the head twice — remove one of them"
    case .unusedOption(let placeholder):
      "\(placeholder) stands in no line — remove the option, or use it"
    case .unknownPlaceholder(let placeholder):
      "\(placeholder) is no option of the head — add `# option \(placeholder) = …: …`"
    case .noListing:
      "the listing does not begin right under the head — remove the empty line"
    case .listing(let error): "\(error.problem.headline) — \(error.problem.fix)"
    }
  }
}
