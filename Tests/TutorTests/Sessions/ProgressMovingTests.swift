import CacheEngine
import FuzzSupport
import Testing
import Tutor

/// Progress that is carried from one machine to another.
@Suite struct ProgressMovingTests {
  private typealias Prediction = LessonProgress.Prediction
  private typealias Review = LessonProgress.Review

  private static var here: Progress {
    var progress = Progress(
      resume: Progress.Resume(lesson: "herd", step: 3, session: "/home/a b/x.session"))
    progress.sittings = 2
    progress["herd"].open(digest: 0x3f9a)
    progress["herd"].solve(step: 1, commands: 4)
    progress["herd"].showHints(step: 1, count: 1)
    progress["herd"].predict(Prediction(step: 1, number: 1, score: 0, misconception: "fifo"))
    progress["herd"].predict(Prediction(step: 2, number: 1, score: 100))
    progress["herd"].predict(Prediction(step: 3, number: 1, score: 0, misconception: "free"))
    return progress
  }

  private static var there: Progress {
    var progress = Progress(resume: Progress.Resume(lesson: "ring", step: 1))
    progress.sittings = 7
    progress["herd"].open(digest: 0x3f9a)
    progress["herd"].solve(step: 1, commands: 2)
    progress["herd"].solve(step: 2, commands: 9)
    progress["herd"].showHints(step: 1, count: 3)
    progress["herd"].predict(Prediction(step: 1, number: 1, score: 80))
    progress["herd"].predict(Prediction(step: 2, number: 1, score: 0, misconception: "nearest"))
    progress["herd"].predict(Prediction(step: 3, number: 1, score: 0, misconception: "later"))
    progress["herd"].review(Review(step: 1, number: 1, sitting: 6, misconceptions: ["nearest"]))
    progress["ring"].open(digest: 5)
    progress["ring"].finish()
    return progress
  }

  @Test func `the better of two stays, and no wrong belief is forgotten`() {
    var progress = Self.here
    progress.takeOver(Self.there)
    #expect(
      progress.text == """
        cachetutor progress 1
        resume herd 3 /home/a b/x.session
        sittings 7

        lesson herd
        digest 0000000000003f9a
        status started
        steps 1 2
        best 1=2 2=9
        hints 1=3
        prediction 1.1 80 fifo
        prediction 2.1 100 nearest
        prediction 3.1 0 later
        review 1.1 6 0 nearest
        review 3.1 0 0 free

        lesson ring
        digest 0000000000000005
        status solved

        """)
    let beliefs = Set(progress.misconceptions.map(\.name))
    #expect(beliefs == ["fifo", "free", "later", "nearest"])
    #expect(progress.missed.map(\.text) == ["herd:1.1", "herd:3.1"])
  }

  @Test func `taking over twice changes nothing, and it does not matter who does`() {
    var (left, right) = (Self.here, Self.there)
    left.takeOver(Self.there)
    right.takeOver(Self.here)
    #expect(left.lessons == right.lessons && left.sittings == right.sittings)
    let once = left
    left.takeOver(Self.there)
    left.takeOver(Self.here)
    left.takeOver(once)
    #expect(left == once)
  }

  @Test func `what was exported reads as it was, without this machine's recordings`() throws {
    let text = Self.here.exported.text
    #expect(!text.contains("session"))
    let read = try Progress.read(bytes: Array(text.utf8), path: "p")
    #expect(read == Self.here.exported)
    var new = Progress()
    new.takeOver(read)
    #expect(new == Self.here.exported)
  }

  @Test(arguments: [
    ("", "p:1: this is no progress of cachetutor"),
    ("hello\n", "p:1: this is no progress of cachetutor"),
    ("cachetutor session 1\n", "name a file that cachetutor progress export has written"),
    ("cachetutor progress 2\n", "p:1: this progress has format 2"),
    (
      "cachetutor progress 1\nlesson a\nstatus solvd\n",
      "p:3: status solvd cannot be read — write it like status solved, or take it out"
    ),
    ("cachetutor progress 1\nlesson a\nbest 1:3\n", "p:3: best 1:3 cannot be read — write it like"),
    ("cachetutor progress 1\nlesson\n", "p:2: lesson cannot be read — write it like lesson c"),
    ("cachetutor progress 1\nlesson a\nprediction 2.1 900\n", "p:3: prediction 2.1 900 cannot"),
    ("cachetutor progress 1\nlesson a\nprediction 2.1 10", "p:3: the last line is cut off"),
  ])
  func `a broken file is refused, with its line and what to do`(text: String, words: String) {
    let error = #expect(throws: ProgressError.self) {
      try Progress.read(bytes: Array(text.utf8), path: "p")
    }
    #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
  }

  @Test func `a file that is too large or no text is refused`() {
    let head = Array("cachetutor progress 1\n".utf8)
    let bytes = #expect(throws: ProgressError.self) {
      try Progress.read(bytes: head + [0xFF, 10], path: "p")
    }
    #expect(bytes?.message == "p:2: the line is not UTF-8 text — take out the line")
    let large = [UInt8](repeating: 10, count: Progress.importLimit)
    let size = #expect(throws: ProgressError.self) {
      try Progress.read(bytes: head + large, path: "p")
    }
    #expect(size?.kind == .tooLarge(limit: Progress.importLimit))
  }

  @Test func `a file that was cut anywhere is refused or loses whole lines only`() throws {
    let bytes = Array(Self.there.exported.text.utf8)
    for length in 0..<bytes.count {
      guard let part = try? Progress.read(bytes: Array(bytes[..<length]), path: "p") else {
        continue
      }
      #expect(bytes[length - 1] == 10)
      var whole = Self.there.exported
      whole.takeOver(part)
      #expect(whole == Self.there.exported)
    }
  }

  /// Two random learners, and a third who takes over both in either order.
  @Test func `random progress is taken over without loss`() {
    var random = SeededRandom(seed: 11)
    for round in 0..<FuzzRounds.rounds(500) {
      let (a, b) = (Self.anybody(&random), Self.anybody(&random))
      var (left, right) = (a, b)
      left.takeOver(b)
      right.takeOver(a)
      #expect(left.lessons == right.lessons, "round \(round):\n\(a.text)\n\(b.text)")
      var again = left
      again.takeOver(b)
      #expect(again == left, "round \(round):\n\(a.text)\n\(b.text)")
      for one in [a, b] {
        let kept = left.misconceptions.map(\.name)
        #expect(one.misconceptions.allSatisfy { kept.contains($0.name) }, "round \(round)")
        for lesson in one.lessons {
          #expect(left[lesson.id].status >= lesson.status)
          #expect(lesson.steps.allSatisfy { left[lesson.id].steps.contains($0) })
        }
      }
    }
  }

  private static func anybody(_ random: inout SeededRandom) -> Progress {
    let beliefs = ["fifo", "free", "nearest"]
    var progress = Progress()
    for _ in 0..<1 + random.below(12) {
      let id = ["herd", "ring", "aside"][random.below(3)]
      let (step, number) = (1 + random.below(2), 1 + random.below(2))
      switch random.below(5) {
      case 0: progress[id].solve(step: step, commands: random.below(9))
      case 1: progress[id].showHints(step: step, count: random.below(4))
      case 2: progress[id].open(digest: 7)
      case 3:
        let score = [0, 80, 100][random.below(3)]
        let belief = random.below(2) == 0 ? beliefs[random.below(3)] : nil
        progress[id].predict(
          Prediction(step: step, number: number, score: score, misconception: belief))
      default:
        let shown = (0..<random.below(3)).map { _ in beliefs[random.below(3)] }
        progress[id].review(
          Review(
            step: step, number: number, sitting: random.below(3), streak: random.below(3),
            misconceptions: shown))
      }
    }
    return progress
  }
}
