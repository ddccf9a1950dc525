import CacheEngine
import Simulation

/// Why a session cannot be played as it was recorded.
public struct SessionReplayError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// There is nothing to play it on.
    case cannotBegin(WorldError)
    case unknownLesson(String)
    /// The world cannot be at this position when the command is given.
    case impossible(SessionPosition, now: SessionPosition)
    case commandFailed(String, CommandError)
    /// Everything that had happened by then is not what had happened when it was recorded.
    case diverged(tick: Tick, expected: UInt64, found: UInt64)
  }

  /// The line of the file.
  public let line: SourceLine
  public let kind: Kind

  init(line: SourceLine, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

extension SessionReplayError {
  /// What is wrong and what to do about it.
  public var message: FileMessage {
    switch kind {
    case .cannotBegin(let error):
      FileMessage(
        what: "there is nothing to play this on: \(error.message.headline)",
        fix: "name the folder of lessons and patterns")
    case .unknownLesson(let id):
      FileMessage(
        what: "it was recorded in the lesson \(id), which is not here",
        fix: "name the folder that has it")
    case .impossible(let position, let now):
      FileMessage(
        what: "the world cannot be at @\(position.text): it stands at @\(now.text)",
        fix: "the line was changed or moved; a replay is true up to here")
    case .commandFailed(let command, let error):
      FileMessage(
        what: "\(command): \(error.message.headline)",
        fix: error.message.nextStep ?? "the line was changed; a replay is true up to here")
    case .diverged(let tick, let expected, let found):
      FileMessage(
        what: "at tick \(tick.microseconds) the digest is \(SessionText.hexadecimal(found)), "
          + "and \(SessionText.hexadecimal(expected)) was recorded",
        fix: "a line above was changed, or the rules have changed since")
    }
  }

  /// `file:line: what — fix`.
  public func message(path: String) -> String { message.text(path: path, line: line) }
}
