import Tutor

extension PlaceError {
  /// What is wrong, and how it would be right.
  var message: String {
    switch self {
    case .unknownScheme(let name, let known):
      "there is no placement \(name) — " + suggestion(name, known)
    case .outOfRange(let what, let given, let range):
      "\(what) is \(given) — write a number from \(range.lowerBound) to \(range.upperBound)"
    case .noNodes: "no node is named — write them as --nodes a,b,c"
    case .noNodesLeft: "nobody is left after --then — leave one node at least"
    case .noLabel(let word, let option):
      "\(word.isEmpty ? "an empty word" : word) in \(option) names no node — write a or a=2"
    case .repeatedNode(let label): "node \(label) is named twice — names are places, each once"
    case .unknownNode(let label, let known):
      "there is no node \(label) to take out — " + suggestion(label, known)
    case .badChange(let word):
      "--then \(word) is no change — write +d, +d=2 or -b, several with commas"
    case .tooManyNodes(let limit): "more than \(limit) nodes — name fewer"
    case .tooManyPoints(let limit):
      "more than \(limit) points — lower --vnodes or the weights"
    case .badKey(let word, let problem): "\(word) is no key — " + text(problem)
    case .csvWithSummary: "--csv has no summary — leave one of the two out"
    }
  }

  private func suggestion(_ word: String, _ known: [String]) -> String {
    let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? " …" : "")
    guard let nearest = NearestWord.suggestion(for: word, among: known) else {
      return "there are: \(list)"
    }
    return "did you mean \(nearest)? There are: \(list)"
  }

  private func text(_ problem: ArgumentProblem) -> String {
    switch problem {
    case .empty: "it is empty"
    case .backwards(let other): "its end comes before its start: write \(other)"
    case .tooManyKeys(let limit): "a range has at most \(limit) keys; pipe more in with -"
    case .tooLong(let limit): "a key has at most \(limit) bytes"
    default: "write a word, a range such as city:1..1000, or - for standard input"
    }
  }
}
