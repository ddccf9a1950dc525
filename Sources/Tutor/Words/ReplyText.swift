import Keyspace
import Simulation

/// Replies as plain text: for append-only output, batch results and tests.
public enum ReplyText {
  /// The reply in as many lines as it needs; empty when there is nothing to say.
  public static func text(_ reply: Reply, in tutor: Tutor) -> String {
    let symbols = tutor.stage.world.symbols
    switch reply {
    case .ok: return ""
    case .text(let text): return text
    case .verb(let reply): return reply.text(symbols)
    case .perNode(let replies):
      return replies.map { "\($0.node): " + $0.reply.text(symbols).indented }
        .joined(separator: "\n")
    case .table(let table): return text(table)
    case .request(let request): return text(request, in: tutor)
    }
  }

  /// What a command did, in words: its reply, or else what happened.
  ///
  /// Many events are summed up; the log has them all.
  public static func text(_ execution: Execution, in tutor: Tutor) -> String {
    let reply = text(execution.reply, in: tutor)
    let said = reply.isEmpty ? happenings(of: execution, in: tutor) : reply
    guard execution.partsLanes, let divergence = tutor.stage.divergence else { return said }
    return [said, divergence.sentence].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The captions of what a command did, or their sum when there are more than twelve.
  public static func happenings(of execution: Execution, in tutor: Tutor) -> String {
    let events = tutor.stage.log.suffix(execution.events)
    var narrator = Narrator(tutor.stage.world)
    if events.contains(where: { $0.kind == .answered && $0.value == .none }) {
      narrator.learn(tutor.stage.log.dropLast(execution.events))
    }
    let captions = narrator.captions(of: events)
    guard tutor.stage.rivals.isEmpty || captions.isEmpty else {
      return tutor.stage.lanes.map { lane in
        lane.laneName + ": " + summary(of: lane.command).indented
      }.joined(separator: "\n")
    }
    guard captions.count > 12 else { return captions.map(\.text).joined(separator: "\n") }
    return summary(of: tutor.stage.command)
  }

  /// A stretch of events in two lines of numbers.
  public static func summary(of tally: Tally) -> String {
    var parts: [String] = []
    if tally.answered > 0 { parts.append("\(Words.count(tally.answered)) answered") }
    if tally.failed > 0 { parts.append("\(Words.count(tally.failed)) failed") }
    if tally.hits + tally.misses > 0 {
      parts.append(Words.count(tally.hits, "hit"))
      parts.append(Words.count(tally.misses, "miss", "misses"))
    }
    if tally.loads > 0 { parts.append(Words.count(tally.loads, "load")) }
    if tally.rowsStored > 0 { parts.append(Words.count(tally.rowsStored, "row") + " stored") }
    if tally[.evicted] > 0 { parts.append(Words.count(tally[.evicted]) + " evicted") }
    if tally[.expired] > 0 { parts.append(Words.count(tally[.expired]) + " expired") }
    if !tally.lostKeys.isEmpty { parts.append(Words.count(tally[.lost], "write") + " lost") }
    var lines = [parts.isEmpty ? "nothing to tell" : parts.joined(separator: ", ")]
    if let mean = tally.meanLatency, let slowest = tally.slowest {
      lines.append(
        "mean \(Words.latency(mean / 1_000 * 1_000)), slowest \(Words.latency(slowest))")
    }
    return lines.joined(separator: "\n")
  }

  /// Columns under each other; the last one is not padded.
  static func text(_ table: ReplyTable) -> String {
    let rows = [table.columns] + table.rows
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    let lines = rows.map { row in
      row.enumerated().map { column, text in
        column == row.count - 1
          ? text : text + String(repeating: " ", count: widths[column] - text.count)
      }.joined(separator: "  ").withoutBlanksAtEnd
    }
    return ([table.title] + lines).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func text(_ request: FrontEndRequest, in tutor: Tutor) -> String {
    switch request {
    case .quit: "quit"
    case .showHelp(let topic): Help.text(topic, in: tutor)
    case .showLessons: text(tutor.lessonTable)
    case .filterLog(let words): LogText.text(words, in: tutor)
    case .pause: "pause"
    case .resume: "resume"
    case .speed(let speed): "speed " + speed
    case .playhead(.back): "back"
    case .playhead(.forward): "forward"
    case .playhead(.end): "end"
    case .playhead(.start): "start"
    case .playhead(.to(let position)): "jump @" + position.text
    case .save(let path): path.map { "save " + $0 } ?? "save"
    case .place(let commands, let note):
      [note, commands].filter { !$0.isEmpty }.joined(separator: "\n")
    case .forgetProgress: "forget progress"
    }
  }
}

/// The log as text.
enum LogText {
  /// How many lines at most: the newest ones.
  static let lineLimit = 200

  static func text(_ words: String, in tutor: Tutor) -> String {
    let world = tutor.stage.world
    let filter = try? LogFilter.read(words.split(separator: " ").map(String.init))
    let events = tutor.stage.log.filter { filter?.admits($0, in: world) ?? true }
    let captions = Narrator.captions(of: events, in: world)
    guard !captions.isEmpty else { return "nothing of the kind has happened" }
    return captions.suffix(lineLimit).map { $0.line(in: world) }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Further lines stand under the text of the first one.
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n   ")
  }
}
