import CacheEngine
import Simulation

@testable import Tutor

/// Session and progress files of any bytes: they are read again as they were written, and a session
/// plays or names the line at which it does not.
enum SessionFuzz {
  static func run(_ bytes: [UInt8]) {
    progress(bytes)
    guard let session = try? SessionText.parse(bytes: bytes, path: "fuzz.session"),
      session.entries.count <= 40,
      var replay = try? SessionReplay(
        session, lessons: FuzzWorld.library.lessons, patterns: FuzzWorld.patterns)
    else { return }
    replay.allow(events: FuzzWorld.eventLimit)
    let lines = bytes.count { $0 == 10 } + 1
    while !replay.isOver {
      do {
        _ = try replay.next()
      } catch {
        precondition((1...lines).contains(error.line.number), "a difference outside the file")
        precondition(!error.message(path: "fuzz.session").isEmpty)
        break
      }
      replay.tutor.stage.world.checkInvariants()
    }
  }

  private static func progress(_ bytes: [UInt8]) {
    let reading = Progress.parse(bytes: bytes)
    guard reading.newerFormat == nil else { return }
    let again = Progress.parse(bytes: Array(reading.progress.text.utf8))
    precondition(again.progress == reading.progress && again.damage.isEmpty)
    do {
      let read = try Progress.read(bytes: bytes, path: "fuzz")
      var twice = read
      twice.takeOver(read)
      precondition(twice == read, "taking over the same again changes something")
    } catch {
      precondition(!error.message.contains("\n"))
    }
  }
}
