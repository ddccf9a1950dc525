import Tutor

extension Model {
  /// The commands that a key does as well.
  private static let keyed: [(command: String, action: KeyAction)] = [
    ("help", .help), ("lessons", .lessons), ("hint", .hint), ("author", .lanes),
    ("lanes", .lanes), ("next", .next), ("undo", .undo), ("back", .back), ("forward", .forward),
    ("end", .end), ("pause", .play), ("resume", .play),
  ]

  /// All commands with their keys and what they do, one a line.
  var palette: [String] {
    Help.palette { command in
      Model.keyed.first { $0.command == command.name }.map { keyName(of: $0.action) }
    }
  }
}
