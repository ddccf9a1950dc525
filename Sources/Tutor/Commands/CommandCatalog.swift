import Keyspace

// Every command has one row here; its file stands beside this one. What is typed is looked up by
// one or two words: `node add` is a command of its own, and `edit` and `edit move` are two.

/// Every command, one row each, in the order in which help shows them.
public enum CommandCatalog {
  public static let all: [Command] =
    verbs + application + system + traffic + faults + time
    + byHand + jobs + looking + sittings + lessons

  /// Every cache verb as a command.
  public static let verbs: [Command] = VerbCatalog.all.map(VerbCommand.row)

  private static let application: [Command] = [ReadCommand.row, WriteCommand.row]

  private static let system: [Command] = [
    PatternCommand.row, GuardCommand.row,
    EditCommand.replace, EditCommand.insert, EditCommand.move, EditCommand.delete,
    EditCommand.reset,
    PolicyCommand.row, CapacityCommand.row, SamplesCommand.row, TTLCommand.row,
    NodeCommand.add, NodeCommand.remove, NodeCommand.kill, NodeCommand.revive,
    PlacementCommand.row, VnodesCommand.row,
    ServersCommand.row, DatabaseCommand.row, ClientCommand.row,
    RowsCommand.row, RowCommand.row, TuneCommand.row, FlushCommand.row,
    FlushCommand.now, FlushCommand.off,
  ]

  private static let traffic: [Command] =
    TrafficCommand.rows + [
      TrafficSwitchCommand.start, TrafficSwitchCommand.stop, TraceCommand.row, TraceCommand.add,
      HerdCommand.row,
    ]

  private static let faults: [Command] = [
    CrashCommand.row, CutCommand.row, ReviveCommand.row, KillHolderCommand.row,
    DatabaseFaultCommand.slow, DatabaseFaultCommand.down, DatabaseFaultCommand.up,
  ]

  private static let time: [Command] = [
    TickCommand.row, UntilCommand.row,
    PaceCommand.pause, PaceCommand.resume, PaceCommand.speed,
    PlayheadCommand.back, PlayheadCommand.forward, PlayheadCommand.end, PlayheadCommand.jump,
    UndoCommand.undo, UndoCommand.redo, RewindCommand.row,
  ]

  private static let byHand: [Command] = [BeginCommand.row, StepCommand.row, FinishCommand.row]

  private static let jobs: [Command] = [
    EvictCommand.row, PlaceCommand.row, StoreCommand.row,
  ]

  private static let looking: [Command] = [
    ShowCommand.row, WhyCommand.row, WhatIfCommand.row, CurveCommand.row, RulesCommand.row,
    LogCommand.row,
    StatsCommand.row,
    FollowCommand.row, HelpCommand.row,
  ]

  private static let sittings: [Command] = [MarkCommand.row, SaveCommand.row, QuitCommand.row]

  /// The lesson's own commands.
  private static let lessons: [Command] = LessonCommandCatalog.all

  // MARK: looking up

  /// The command that these words name, and whether it takes one or two of them.
  ///
  /// Case does not count, but for the one name that is both a setting and a Redis verb: `TTL user:1`
  /// asks the cache and `ttl 60s` sets the pattern. Capitals mean the verb; in small letters a word
  /// that begins like a duration means the setting.
  public static func find(_ first: String, _ second: String? = nil) -> (Command, length: Int)? {
    let lower = first.lowercased()
    if let second, let index = rowsByName[lower + " " + second.lowercased()]?.first {
      return (all[index], 2)
    }
    guard let rows = rowsByName[lower]?.map({ all[$0] }) else { return nil }
    let isVerb = lower != first || !(second?.first.map { $0.isNumber } ?? true)
    let row = rows.first { ($0.family == .cache) == isVerb } ?? rows[0]
    return (row, 1)
  }

  /// The command with this whole name or alias; in its own case if two have it.
  public static func find(named name: String) -> Command? {
    let rows = rowsByName[name.lowercased()]?.map { all[$0] }
    return rows?.first { $0.name == name } ?? rows?.first
  }

  /// The words that may follow the first word of a command of two.
  public static func secondWords(after first: String) -> [String] {
    let beginning = first.lowercased() + " "
    return all.map(\.name).filter { $0.hasPrefix(beginning) }
      .map { String($0.dropFirst(beginning.count)) }
  }

  /// The first words of all commands, each once, as they are typed.
  public static let firstWords: [String] = {
    var words: [String] = []
    for command in all {
      for name in [command.name] + command.aliases {
        let first = String(name.prefix { $0 != " " })
        if !words.contains(first) { words.append(first) }
      }
    }
    return words
  }()

  /// What somebody probably meant; commands of two words are tried with both.
  static func suggestion(for first: String, _ second: String?) -> String? {
    if let second {
      let names = all.map(\.name).filter { $0.contains(" ") }
      let both = first + " " + second
      if let name = NearestWord.suggestion(for: both, among: names) { return name }
    }
    return NearestWord.suggestion(for: first, among: firstWords)
  }

  private static let rowsByName: [String: [Int]] = {
    var rows: [String: [Int]] = [:]
    for (index, command) in all.enumerated() {
      for name in [command.name] + command.aliases {
        rows[name.lowercased(), default: []].append(index)
      }
    }
    return rows
  }()
}

extension Command {
  /// The Redis verb behind a cache verb; nil for every other command.
  public var verb: Verb? { family == .cache ? VerbCatalog.find(name) : nil }
}
