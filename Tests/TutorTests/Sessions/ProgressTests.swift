import CacheEngine
import FuzzSupport
import Testing
import Tutor

@Suite struct ProgressTests {
  private static var example: Progress {
    var progress = Progress(
      resume: Progress.Resume(lesson: "herd", step: 3, session: "20260102-090000-7.session"))
    progress["herd"].open(digest: 0x3f9a)
    progress["herd"].solve(step: 2, commands: 4)
    progress["herd"].solve(step: 1, commands: 1)
    progress["herd"].showHints(step: 2, count: 2)
    progress["herd"].predict(
      LessonProgress.Prediction(step: 2, number: 1, score: 0, misconception: "lru-is-fifo"))
    progress["aside"].open(digest: 1)
    progress["aside"].finish()
    return progress
  }

  @Test func `progress is text that a person can read`() {
    #expect(
      Self.example.text == """
        cachetutor progress 1
        resume herd 3 20260102-090000-7.session

        lesson aside
        digest 0000000000000001
        status solved

        lesson herd
        digest 0000000000003f9a
        status started
        steps 1 2
        best 1=1 2=4
        hints 2=2
        prediction 2.1 0 lru-is-fifo

        """)
  }

  @Test func `progress reads as it was written`() {
    let reading = Progress.parse(bytes: Array(Self.example.text.utf8))
    #expect(reading.progress == Self.example)
    #expect(reading.damage.isEmpty)
  }

  @Test func `the better result stays, and the first answer`() {
    var progress = Self.example
    progress["herd"].solve(step: 2, commands: 3)
    progress["herd"].solve(step: 2, commands: 9)
    progress["herd"].showHints(step: 2, count: 1)
    progress["herd"].predict(LessonProgress.Prediction(step: 2, number: 1, score: 100))
    #expect(progress["herd"].best.last == LessonProgress.StepCount(step: 2, count: 3))
    #expect(progress["herd"].hints == [LessonProgress.StepCount(step: 2, count: 2)])
    #expect(progress["herd"].predictions.map(\.score) == [0])
  }

  @Test func `merging loses nothing and its order does not matter`() {
    var left = Self.example
    var right = Progress()
    right["herd"].open(digest: 0x3f9a)
    right["herd"].solve(step: 3, commands: 2)
    right["herd"].solve(step: 2, commands: 2)
    right["ring"].open(digest: 9)
    let (first, second) = (left, right)
    left.merge(second)
    right.merge(first)
    #expect(left == right)
    #expect(left["herd"].steps == [1, 2, 3])
    #expect(left.lessons.map(\.id) == ["aside", "herd", "ring"])
    var again = left
    again.merge(first)
    #expect(again == left)
  }

  @Test func `a lesson can be forgotten`() {
    var progress = Self.example
    progress["herd"] = LessonProgress(id: "herd")
    #expect(progress.lessons.map(\.id) == ["aside"])
  }

  @Test func `what a later version wrote is kept`() {
    let text = """
      cachetutor progress 1
      streak 7 days

      lesson gone-or-new
      status started
      stars 3

      """
    let reading = Progress.parse(bytes: Array(text.utf8))
    #expect(reading.damage.isEmpty)
    #expect(reading.progress.text == text)
  }

  @Test func `a later format is not touched`() {
    let reading = Progress.parse(bytes: Array("cachetutor progress 2\nlesson x y z\n".utf8))
    #expect(reading.newerFormat == 2)
    #expect(reading.progress == Progress())
  }

  @Test func `damaged lines are named and the rest counts`() {
    let text = """
      cachetutor progress 1

      lesson herd
      status solvd
      steps 1 two
      hints 2=1
      prediction 2.1 900
      """
    let reading = Progress.parse(bytes: Array(text.utf8) + [10, 0xFF, 10])
    #expect(reading.damage.map(\.number) == [4, 5, 7, 8])
    #expect(reading.progress["herd"].hints.count == 1)
  }

  @Test func `misconceptions are counted`() {
    var progress = Self.example
    for number in 1...2 {
      progress["ring"].predict(
        LessonProgress.Prediction(step: 1, number: number, score: 0, misconception: "nearest-node"))
    }
    #expect(progress.misconceptions.map(\.name) == ["nearest-node", "lru-is-fifo"])
    #expect(progress.misconceptions.map(\.count) == [2, 1])
  }

  @Test func `no bytes crash the reader, and what is read stays`() {
    var random = SeededRandom(seed: 5)
    let start = Array(Self.example.text.utf8)
    for _ in 0..<FuzzRounds.rounds(3_000) {
      var bytes = start
      for _ in 0..<(1 + random.below(5)) {
        let place = random.below(bytes.count)
        if random.below(2) == 0 {
          bytes[place] = UInt8(random.below(256))
        } else {
          bytes.remove(at: place)
        }
      }
      let reading = Progress.parse(bytes: bytes)
      guard reading.newerFormat == nil else { continue }
      let again = Progress.parse(bytes: Array(reading.progress.text.utf8))
      #expect(again.progress == reading.progress)
      #expect(again.damage.isEmpty)
    }
  }
}
