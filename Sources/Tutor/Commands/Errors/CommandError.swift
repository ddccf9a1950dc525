import CacheEngine
import Keyspace
import Simulation

/// Why a line was not done; nothing has changed.
///
/// The data only; `CommandError+Message.swift` has the sentences. Places are ranges of characters
/// in the line that was typed, for the caret under it.
public enum CommandError: Error, Hashable, Sendable {
  // MARK: the line

  case lineTooLong(limit: Int)
  case tooManyWords(limit: Int, at: Range<Int>)
  case unclosedQuote(at: Range<Int>)
  case unknownEscape(String, at: Range<Int>)
  /// A `&` that does not stand at the end of a command.
  case strayAmpersand(at: Range<Int>)

  // MARK: the command

  case unknownCommand(String, suggestion: String?, at: Range<Int>)
  /// A word after `node`, `traffic` … that makes no command; nil when none was given.
  case unknownSubcommand(
    of: String, given: String?, known: [String], suggestion: String?, at: Range<Int>)
  /// `@A` before something that is not a cache verb.
  case nodeWithoutVerb(String, at: Range<Int>)
  /// A `&` after a command that starts no requests.
  case notInBackground(String, at: Range<Int>)

  // MARK: arguments

  case missing(String, expected: String, syntax: String, at: Range<Int>)
  /// More words than the command takes; what they were probably meant to be.
  case extra(String, syntax: String, meant: String?, at: Range<Int>)
  case invalid(String, expected: String, ArgumentProblem, at: Range<Int>)
  case unknownOption(String, known: [String], suggestion: String?, syntax: String, at: Range<Int>)
  case repeatedOption(String, at: Range<Int>)
  /// A cache verb that Redis would refuse.
  case verb(VerbError, syntax: String, at: Range<Int>)

  // MARK: the world

  /// What the world cannot do; a listing that does not compile is one of these.
  case world(WorldError, at: Range<Int>)
  case nodeDown(String, CacheNode.State, at: Range<Int>)
  /// A verb that has to do all or nothing, with keys on several nodes.
  case keysOnSeveralNodes(String, nodes: [String], at: Range<Int>)
  case notCached(String, suggestion: String?, at: Range<Int>)
  case noRow(String, suggestion: String?, at: Range<Int>)
  case nothingOnTheLine(Int, lines: Int, at: Range<Int>)
  case noSuchRequest(String, at: Range<Int>)
  case noTraffic
  case unknownTrace(String, known: [String], at: Range<Int>)
  /// No trace, and no file with one either; why not.
  case unreadableTrace(String, reason: String)
  /// A request to begin with that lies behind the last one.
  case beyondTrace(String, count: Int, at: Range<Int>)
  case fullTrace(String, limit: Int, at: Range<Int>)
  case tooManyTraces(limit: Int, at: Range<Int>)
  /// A setting that the pattern in force does not have.
  case noSetting(String, pattern: String, known: [String], at: Range<Int>)
  case tooManyEvents(limit: Int)
  /// Timers go off, and what the command waits for does not come.
  case nothingHappens
  /// Much has happened for so long, and what the command waits for has not.
  case waitedInVain(microseconds: Int64)
  /// Whoever typed it has stopped it.
  case stopped

  // MARK: the lesson and the past

  /// The step does not allow the command, and says why.
  case refused(command: String, why: String, instead: [String])
  /// A question waits for its answer before anything may run.
  case needsAnswer(question: String)
  /// Something would be lost; `--force` does it all the same.
  case needsForce(command: String, loses: String)
  case nothingToUndo
  case nothingToRedo
  case unknownPosition(String, at: Range<Int>)
  case unknownMark(String, known: [String], at: Range<Int>)
  case unknownLesson(String, suggestion: String?, at: Range<Int>)
  /// The command belongs to a lesson, and none is being done.
  case outsideLessons(command: String)
  /// Anything else that a lesson's own commands have to say.
  case lesson(UserMessage, at: Range<Int>)
}

extension CommandError {
  /// Whether the line was wrong, rather than the moment: waiting for an answer or for `--force` is
  /// no failure.
  public var isAboutTheLine: Bool {
    switch self {
    case .needsAnswer, .needsForce, .nothingToUndo, .nothingToRedo, .stopped, .lesson: false
    default: true
    }
  }

  /// The characters that are wrong; nil when the trouble is not in the words.
  public var place: Range<Int>? {
    switch self {
    case .lineTooLong, .tooManyEvents, .unreadableTrace, .nothingHappens, .waitedInVain, .stopped,
      .refused,
      .needsAnswer, .needsForce, .nothingToUndo, .nothingToRedo, .noTraffic, .outsideLessons:
      nil
    case .tooManyWords(_, let place), .unclosedQuote(let place), .unknownEscape(_, let place),
      .strayAmpersand(let place), .unknownCommand(_, _, let place),
      .unknownSubcommand(_, _, _, _, let place), .nodeWithoutVerb(_, let place),
      .notInBackground(_, let place), .missing(_, _, _, let place), .extra(_, _, _, let place),
      .invalid(_, _, _, let place), .unknownOption(_, _, _, _, let place),
      .repeatedOption(_, let place), .verb(_, _, let place), .world(_, let place),
      .nodeDown(_, _, let place), .keysOnSeveralNodes(_, _, let place),
      .notCached(_, _, let place), .noRow(_, _, let place), .nothingOnTheLine(_, _, let place),
      .noSuchRequest(_, let place), .noSetting(_, _, _, let place),
      .unknownPosition(_, let place), .unknownMark(_, _, let place),
      .unknownLesson(_, _, let place), .lesson(_, let place), .unknownTrace(_, _, let place),
      .beyondTrace(_, _, let place), .fullTrace(_, _, let place), .tooManyTraces(_, let place):
      place
    }
  }

  /// The line, and a caret under every character that is wrong; nil when no words are to blame.
  ///
  /// - Parameter width: how many columns a character takes; a caret must stand under it.
  public func caret(under line: String, width: (Character) -> Int = { _ in 1 }) -> String? {
    guard let place else { return nil }
    let characters = Array(line)
    let start = min(place.lowerBound, characters.count)
    let end = min(max(place.upperBound, place.lowerBound + 1), max(characters.count, start + 1))
    let before = characters[..<start].reduce(0) { $0 + width($1) }
    let under = characters[start..<min(end, characters.count)].reduce(0) { $0 + width($1) }
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under))
  }
}
