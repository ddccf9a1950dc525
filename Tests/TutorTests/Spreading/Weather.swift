import LessonFiles
import Testing
import Tutor

/// The weather service of the lessons on spreading keys.
enum Weather {
  /// The lessons as they are shipped.
  static let library = LessonLibrary.load([Classroom.folder.path])

  static let ids = ["modulo", "hash-ring", "virtual-nodes"]

  /// A sandbox with nodes, 1 000 cities and warm caches.
  static func room(_ placement: String, nodes: String = "A B C") throws -> Classroom {
    var room = try Classroom()
    for node in nodes.split(separator: " ") { try room.type("node add \(node)") }
    for line in [
      "capacity 1000", "ttl 1h", "placement \(placement)", "db workers=20 latency=100ms",
      "rows city:1..1000", "traffic scan city:1..1000",
    ] { try room.type(line) }
    return room
  }
}

extension Classroom {
  /// What a word of claims says about the last command, in words.
  func figure(_ word: String) throws -> String {
    GoalCatalog.figure(of: try Claim.Subject.parse(word), over: .command, on: tutor.stage).text
  }
}
