import CacheEngine
import Simulation

@testable import Tutor

/// Lines as somebody may type them: they do something, or say why not and change nothing.
enum CommandFuzz {
  private static let lines = 12

  static func run(_ bytes: [UInt8]) {
    var tutor = FuzzWorld.tutor
    let text = String(decoding: bytes, as: UTF8.self)
    for line in text.split(separator: "\n").prefix(lines) where !isVast(line) {
      type(String(line), &tutor)
    }
    // Slow, and another input does it: the length is as good as a lot.
    guard bytes.count.isMultiple(of: 8) else { return }
    let end = Footprint(tutor)
    let count = tutor.timeline.undoCount
    for _ in 0..<count { _ = tutor.execute("undo") }
    for _ in 0..<count { _ = tutor.execute("redo") }
    guard count > 0, tutor.timeline.undoCount == count else { return }
    precondition(Footprint(tutor) == end, "undo and redo lead elsewhere")
  }

  private static func type(_ line: String, _ tutor: inout Tutor) {
    if line.utf8.count.isMultiple(of: 4) {
      _ = ArgumentHint.hint(line, in: tutor)
      _ = Completion.complete(line, cursor: line.count / 2, in: tutor)
    }
    let before = Footprint(tutor)
    let (done, error) = tutor.execute(line)
    for execution in done { _ = ReplyText.text(execution, in: tutor) }
    if let error {
      precondition(!error.message.headline.isEmpty)
      _ = error.caret(under: line)
      precondition(!done.isEmpty || Footprint(tutor) == before, "a failed line changed something")
    }
    tutor.stage.world.checkInvariants()
    if tutor.isBusy { tutor.pass(20_000) }
  }

  /// Large numbers within the limits only take long.
  private static func isVast(_ line: Substring) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return line.utf8.split { !digits.contains($0) }.contains { (4...12).contains($0.count) }
  }
}

/// What two tutors have to share to be at the same place.
struct Footprint: Equatable {
  let digests: [UInt64]
  let position: SessionPosition
  let activations: Int
  let symbols: Int
  let listing: [String]
  let log: Int

  init(_ tutor: Tutor) {
    let world = tutor.stage.world
    digests = [world.digest] + tutor.stage.rivals.map(\.world.digest)
    position = tutor.position
    activations = world.activations
    symbols = world.symbols.count
    listing = world.pattern.lines
    log = tutor.stage.log.count
  }
}
