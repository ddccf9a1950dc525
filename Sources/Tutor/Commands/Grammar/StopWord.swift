import Simulation

/// The words that `until` understands.
public struct StopWord: Sendable {
  public let word: String
  public let kinds: [EventKind]
  public let explanation: String

  /// The words a person would use, before the names of the events themselves.
  public static let all: [StopWord] = [
    StopWord(word: "miss", kinds: [.miss], explanation: "a look into a cache finds nothing fresh"),
    StopWord(word: "hit", kinds: [.hit], explanation: "a look into a cache finds an entry"),
    StopWord(word: "expiry", kinds: [.expired], explanation: "an entry's time is over"),
    StopWord(word: "evict", kinds: [.evicted], explanation: "an entry leaves to make room"),
    StopWord(word: "load", kinds: [.loadStarted], explanation: "a query goes to the database"),
    StopWord(word: "store", kinds: [.stored], explanation: "the database has stored a row"),
    StopWord(word: "flush", kinds: [.flushed], explanation: "a batch of writes is stored"),
    StopWord(word: "answer", kinds: [.answered], explanation: "somebody gets an answer"),
    StopWord(word: "failure", kinds: [.failed], explanation: "somebody gets an error"),
    StopWord(word: "timeout", kinds: [.timedOut], explanation: "somebody stops waiting"),
    StopWord(word: "lock", kinds: [.lockTaken], explanation: "somebody takes a lock"),
  ]

  /// Every word that stands for an event.
  public static let words: [String] =
    all.map(\.word)
    + EventKind.allCases.map(\.word).filter { word in
      !all.contains { $0.word == word }
    }

  /// Reads `miss`, `line 5`, `queue>0`, `answered == 30`.
  static func read(_ words: [String]) throws(ArgumentProblem) -> StopCondition {
    let text = words.joined(separator: " ")
    if words.count == 1, let kinds = kinds(of: words[0]) { return .event(kinds) }
    let (name, comparison, number) = parts(of: text)
    switch (name, comparison, number) {
    case ("line", "", let line?) where line > 0: return .line(line)
    case ("queue", ">", let length?): return .queueAbove(length)
    case ("queue", ">=", let length?) where length > 0: return .queueAbove(length - 1)
    case ("answered", "==", let count?), ("answered", ">=", let count?): return .answered(count)
    case ("answered", ">", let count?): return .answered(count + 1)
    case ("line", _, _), ("queue", _, _), ("answered", _, _): throw .form
    default: throw .unknown(text, among: StopWord.words + ["line", "queue", "answered"])
    }
  }

  private static func kinds(of word: String) -> [EventKind]? {
    let lower = word.lowercased()
    if let stop = all.first(where: { $0.word == lower }) { return stop.kinds }
    return EventKind.allCases.first { $0.word.lowercased() == lower }.map { [$0] }
  }

  /// A word, a comparison and a number.
  private static func parts(of text: String) -> (String, String, Int?) {
    let name = text.prefix { $0.isLetter }
    var rest = text.dropFirst(name.count).trimmed
    let comparison = rest.prefix { "<>=".contains($0) }
    rest = rest.dropFirst(comparison.count).trimmed
    let isNumber = !rest.isEmpty && rest.allSatisfy { $0.isASCII && $0.isNumber }
    return (
      name.lowercased(), String(comparison),
      isNumber ? Int(rest).flatMap { $0 < 1 << 40 ? $0 : nil } : nil
    )
  }
}
