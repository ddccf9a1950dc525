import Foundation
import Tutor

/// What somebody does in a part who goes through it in one way.
enum LessonMove {
  case answer(LessonPrediction)
  case command(String)
}

extension LessonStep {
  /// The answers and commands of one way through the part, in the order in which they are asked
  /// for: a question about a later event comes when the one before it is over.
  func moves(_ way: [String]) -> [LessonMove] {
    var moves: [LessonMove] = []
    var open = predictions[...]
    var asked: SourceText?
    var left: [String] = []
    func ask() {
      while let next = open.first, left.isEmpty || next.commands.text == asked?.text {
        moves.append(.answer(next))
        open.removeFirst()
        asked = next.commands
        left = next.commands.text.split(separator: ";").map {
          String($0).trimmingCharacters(in: .whitespaces)
        }
      }
    }
    ask()
    for command in way {
      moves.append(.command(command))
      if let place = left.firstIndex(of: command) { left.removeSubrange(...place) }
      ask()
    }
    return moves
  }
}
