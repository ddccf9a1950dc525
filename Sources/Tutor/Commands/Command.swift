import CacheEngine
import Keyspace
import Simulation

// One grammar.
//
// What a learner types, what a lesson sets up, what a session file holds and what a test asserts
// are the same lines out of one table of commands. A row says everything about a command: how it is
// written, what it does, what it costs, what it teaches; completion, hints while typing, help and
// errors are read off the row.

/// One command: a file in this folder and a row in `CommandCatalog`.
public struct Command: Sendable {
  /// What is typed, in lower case; cache verbs in capitals as Redis documents them.
  public let name: String
  public let aliases: [String]
  public let family: CommandFamily
  /// What it takes, in order; options after the positional ones.
  public let parameters: [Parameter]
  /// What it does, in one line.
  public let summary: String
  /// What it costs, in words: time of the world, or none.
  public let cost: String
  /// The concept that it belongs to, as lessons name it.
  public let concept: String
  /// At least one line that works in the example world, with its exact reply.
  public let examples: [CommandExample]
  /// Whether a session records it: everything that changes world or lesson.
  public let isRecorded: Bool
  /// Whether `undo` takes it back.
  public let isUndoable: Bool
  /// What would be lost, for commands that ask for `--force` in lessons; nil for all others.
  public let warning: (@Sendable (Tutor, Arguments) -> String?)?
  /// Changes the tutor; on an error nothing has changed.
  public let apply: @Sendable (inout Tutor, Arguments) throws(CommandError) -> CommandOutcome

  public init(
    _ name: String, aliases: [String] = [], family: CommandFamily, parameters: [Parameter] = [],
    summary: String, cost: String = "no time", concept: String, examples: [CommandExample],
    isRecorded: Bool = true, isUndoable: Bool = true,
    warning: (@Sendable (Tutor, Arguments) -> String?)? = nil,
    apply: @escaping @Sendable (inout Tutor, Arguments) throws(CommandError) -> CommandOutcome
  ) {
    self.name = name
    self.aliases = aliases
    self.family = family
    self.parameters = parameters
    self.summary = summary
    self.cost = cost
    self.concept = concept
    self.examples = examples
    self.isRecorded = isRecorded
    self.isUndoable = isUndoable
    self.warning = warning
    self.apply = apply
  }
}

/// The families that help lists commands by.
public enum CommandFamily: String, Sendable, CaseIterable {
  case cache = "cache verbs, as in Redis"
  case application = "the application"
  case system = "the system"
  case traffic = "traffic"
  case faults = "faults"
  case time = "time"
  case byHand = "one request by hand"
  case jobs = "your jobs"
  case looking = "looking"
  case lessons = "lessons and sessions"
}

/// A line that works in the example world and what it answers.
public struct CommandExample: Sendable, Hashable {
  public let line: String
  public let reply: String

  public init(_ line: String, _ reply: String) {
    self.line = line
    self.reply = reply
  }
}

/// What a command did at once, and how far the world is to run because of it.
public struct CommandOutcome: Sendable {
  public var reply: Reply
  public var run: RunCondition

  public init(_ reply: Reply, run: RunCondition = .nothing) {
    self.reply = reply
    self.run = run
  }
}

/// How far the world runs after a command has been applied.
public enum RunCondition: Sendable, Hashable {
  case nothing
  /// Until everything that was started together is answered.
  case group(GroupID)
  /// For so many microseconds.
  case ticks(Int64)
  /// Until something happens, or nothing more can happen.
  case until(StopCondition)
  /// Until the request that is moved by hand (0 is A) stands before its next line or is over.
  case hand(Int)
  /// Until nobody who waited at the door is on the way in.
  case guests
}

/// What `until` waits for.
public enum StopCondition: Sendable, Hashable {
  /// Any event of one of these kinds.
  case event([EventKind])
  /// A request stands on this line.
  case line(Int)
  /// So many queries wait before the database.
  case queueAbove(Int)
  /// So many requests have been answered since the command.
  case answered(Int)
}

/// What a command answers, as a value; words and layout are made elsewhere.
public enum Reply: Sendable, Hashable {
  /// Done, and there is nothing to say.
  case ok
  /// One or more lines of text.
  case text(String)
  /// The reply of a cache verb.
  case verb(Keyspace.Reply)
  /// One reply for every node, by label.
  case perNode([NodeReply])
  /// A heading, and columns with their rows.
  case table(ReplyTable)
  /// Asks the front end for something that is not the world's business.
  case request(FrontEndRequest)
}

/// What one node answered to a verb that no key places.
public struct NodeReply: Sendable, Hashable {
  public let node: String
  public let reply: Keyspace.Reply

  public init(node: String, reply: Keyspace.Reply) {
    self.node = node
    self.reply = reply
  }
}

/// Columns and rows.
public struct ReplyTable: Sendable, Hashable {
  public let title: String
  public let columns: [String]
  public let rows: [[String]]

  public init(title: String, columns: [String], rows: [[String]]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

/// What a command asks of the front end.
public enum FrontEndRequest: Sendable, Hashable {
  case quit
  case showHelp(topic: String?)
  case showLessons
  case filterLog(String)
  case pause
  case resume
  case speed(String)
  /// Moves only the playhead.
  case playhead(PlayheadMove)
  case save(path: String?)
  /// Puts commands into the prompt, for the learner to run, and says something with them.
  case place(String, note: String)
  /// What is on the disk of the learner's progress is to be emptied.
  case forgetProgress
}

/// Where the playhead goes.
public enum PlayheadMove: Sendable, Hashable {
  case back
  case forward
  case end
  case start
  case to(SessionPosition)
}
