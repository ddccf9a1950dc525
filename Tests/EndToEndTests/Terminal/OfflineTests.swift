import Foundation
import PtySupport
import Testing
import Tutor

/// Nothing but the program and its lessons: no network, no server, no port.
@Suite struct OfflineTests {
  /// Runs a command where there is no network at all, if this system lets anybody do that.
  private static let isolated: [String] = {
    let home = try? Home(sandbox: .still)
    let isAllowed = try? home?.run(["-rn", "true"], program: "/usr/bin/unshare").status == 0
    return isAllowed == true ? ["/usr/bin/unshare", "-rn"] : []
  }()

  @Test func `the first lesson is done without a network, and no port is opened`() throws {
    let home = try Home(sandbox: .still)
    let lesson = try #require(Home.lessons.first)
    let program = try PtyProgram(
      Self.isolated + [Home.program], columns: 120, rows: 40, environment: home.environment,
      home: home)
    try program.wait(for: lesson.title)
    #expect(program.sockets == [])
    program.write("read user:1\r")
    try program.wait(for: "read user:1")
    program.settle()
    #expect(program.sockets == [])
    program.write("\u{15}:quit\r")
    #expect(program.waitForEnd() == .exited(0))

    let words = Self.isolated + [Home.program, "learn", lesson.id, "--plain"]
    let result = try home.run(
      Array(words.dropFirst()), input: Self.lines(of: lesson, 0), program: words[0])
    #expect(result.status == 0)
    #expect(Self.isPassed(lesson, result.output))
  }

  @Test(arguments: Home.lessons.map(\.id))
  func `every solution passes in plain lines`(id: String) throws {
    let lesson = try #require(Home.lessons.first { $0.id == id })
    let most = lesson.steps.map { max($0.solutions.count, $0.order?.answers.count ?? 0) }.max()
    for way in 0..<max(1, most ?? 1) {
      let result = try Home(sandbox: .still).run(
        ["learn", id, "--plain"], input: Self.lines(of: lesson, way))
      #expect(result.status == 0)
      #expect(Self.isPassed(lesson, result.output), "way \(way + 1) of \(id)")
      #expect(!result.output.contains("\u{1B}"))
    }
  }

  /// What somebody types who goes through a lesson in the `way`-th way.
  private static func lines(of lesson: Lesson, _ way: Int) -> String {
    var lines: [String] = []
    for step in lesson.steps where step.asksForWork {
      lines += step.moves(commands(of: step, way)).map { move in
        switch move {
        case .command(let text): text
        case .answer(let prediction): "answer " + guess(prediction)
        }
      }
      lines.append("next")
    }
    return lines.joined(separator: "\n") + "\nquit\n"
  }

  private static func guess(_ prediction: LessonPrediction) -> String {
    switch prediction.form {
    case .choice: "a"
    case .number: "1"
    case .words: "none"
    }
  }

  private static func isPassed(_ lesson: Lesson, _ output: String) -> Bool {
    let last = lesson.steps.last { $0.asksForWork }?.number ?? 0
    return output.contains("Part \(last) of")
      && (output.contains("that was the last part") || output.contains("In production"))
  }

  /// The commands of the `way`-th solution of a part; the last one where there are fewer.
  private static func commands(of step: LessonStep, _ way: Int) -> [String] {
    if !step.solutions.isEmpty {
      return step.solutions[min(way, step.solutions.count - 1)].commands.map(\.text)
    }
    if let answers = step.order?.answers, !answers.isEmpty {
      let order = answers[min(way, answers.count - 1)]
      return ["answer " + order.map { String($0) }.joined(separator: " ")]
    }
    return step.authorsWay.map(\.text)
  }
}
