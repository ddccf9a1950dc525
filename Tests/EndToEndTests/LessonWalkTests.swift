import Glibc
import LessonFiles
import PtySupport
import Testing
import Tutor

/// The tutor as a person meets it: started in a terminal, taught, left and taken up again.
@Suite(.serialized) struct LessonWalkTests {
  @Test func `the first start teaches at once and the second goes on there`() throws {
    let home = try Home()
    let first = try home.start()
    try first.wait(for: "Ten requests")
    try first.wait(for: "clock stopped")
    try first.type("read user:1")
    try first.send("Enter")
    try first.wait(for: "✓")
    try first.wait(for: "next part")
    try first.send("Enter")
    try first.wait(for: "A stranger")
    try first.type("quit")
    try first.send("Enter")
    #expect(try first.waitForEnd() == .exited(0))
    #expect(try !first.isOnAlternateScreen())

    let second = try home.start()
    let rows = try second.wait(for: "Welcome back")
    #expect(rows.contains { $0.contains("part 2 of") })
  }

  @Test func `what was done before a kill is there again`() throws {
    let home = try Home()
    let first = try home.start()
    try first.wait(for: "clock stopped")
    try first.type("write user:3 Cleo")
    try first.send("Enter")
    try first.send("End")
    try first.wait(for: "your write of user:3")
    first.kill()
    let again = try home.start()
    try again.wait(for: "Welcome back")
    try again.type("row user:3")
    try again.send("Enter")
    try again.wait(for: "Cleo")
  }

  @Test(arguments: Home.lessons.map(\.id))
  func `a lesson is walked to its end`(id: String) throws {
    let home = try Home()
    let lesson = try #require(Home.lessons.first { $0.id == id })
    let tutor = try home.start(id, columns: 120, rows: 40)
    for step in lesson.steps where step.asksForWork {
      try tutor.wait(for: "part \(step.number) of")
      try tutor.send("End")
      for move in step.moves(step.authorsWay.map(\.text)) {
        switch move {
        case .answer(let prediction):
          try answer(prediction, tutor)
          // Its command waits in the prompt.
          try tutor.send("End", "C-u")
        case .command(let text):
          try tutor.type(text)
          try tutor.send("Enter", "End", "End", "End")
        }
      }
      try tutor.wait(for: "Enter")
      try tutor.wait("solved: part \(step.number)") { rows in
        rows.contains { $0.contains("next part") || $0.contains("next lesson") }
      }
      try tutor.send("Enter")
    }
  }

  private func answer(_ prediction: LessonPrediction, _ tutor: TmuxDriver) throws {
    switch prediction.form {
    case .choice:
      try tutor.wait(for: "Enter lock in")
      try tutor.send("a", "Enter")
    case .number:
      try tutor.wait(for: "Enter lock in")
      try tutor.send("1", "Enter")
    case .words:
      try tutor.wait(for: "Answer with")
      try tutor.type("none")
      try tutor.send("Enter")
    }
  }

  @Test func `the sandbox opens at work, and an experiment gives its figures`() throws {
    let home = try Home()
    let tutor = try home.start("play", columns: 120, rows: 40)
    try tutor.wait(for: "things to try")
    try tutor.wait("traffic is flowing") { rows in rows.contains { $0.contains("speed") } }
    try tutor.type("try 2")
    try tutor.send("Enter")
    try tutor.wait(for: "One place short")
    try tutor.send("Enter", "End")
    try tutor.wait(for: "nine places: 891")
    try tutor.wait(for: "2 lanes")
    try tutor.type("quit")
    try tutor.send("Enter")
    #expect(try tutor.waitForEnd() == .exited(0))
    #expect(try home.run(["replay", "--check"]).status == 0)
  }

  @Test func `a small window says what it needs, and comes back`() throws {
    let home = try Home()
    let tutor = try home.start(columns: 80, rows: 24)
    try tutor.wait(for: "clock stopped")
    try tutor.resize(columns: 60, rows: 20)
    try tutor.wait(for: "80")
    try tutor.resize(columns: 1, rows: 1)
    try tutor.resize(columns: 100, rows: 30)
    try tutor.wait(for: "Ten requests")
  }

  @Test func `a recording is checked and played`() throws {
    let home = try Home()
    let first = try home.start()
    try first.wait(for: "clock stopped")
    try first.type("read user:9")
    try first.send("Enter", "End")
    try first.wait(for: "you get Ida")
    try first.type("quit")
    try first.send("Enter")
    _ = try first.waitForEnd()
    let check = try home.run(["replay", "--check"])
    #expect(check.status == 0)
    #expect(check.output.contains("as recorded"))
    let replay = try home.start("replay")
    try replay.wait(for: "you get Ida", seconds: 20)
  }

  @Test func `a recording survives kill -9 up to its last whole line`() throws {
    let home = try Home()
    let program = try home.pty()
    try program.wait(for: "Ten requests")
    for number in 1...5 { program.write("SET key:\(number) value\r") }
    try program.wait(for: "key:5")
    program.signal(SIGKILL)
    #expect(program.waitForEnd() == .signalled(SIGKILL))
    let path = try #require(home.recordings.first)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("SET key:1 value"))
    #expect(try home.run(["replay", "--check"]).status == 0)
    // Torn in the middle of its last line: that line is dropped, with a notice.
    try String(text.dropLast(4)).write(toFile: path, atomically: true, encoding: .utf8)
    let torn = try home.run(["replay", "--check"])
    #expect(torn.status == 0)
    #expect(torn.output.contains(path))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal ends it with 128 + n and gives the terminal back`(signal: Int32) throws {
    let home = try Home()
    let program = try home.pty()
    let before = program.flagsBefore
    try program.wait(for: "Ten requests")
    #expect(program.flags != before)
    program.signal(signal)
    #expect(program.waitForEnd() == .exited(128 + signal))
    #expect(program.flags == before)
  }

  @Test func `an edited outcome is named`() throws {
    let home = try Home()
    let path = try home.file(
      "edited.session",
      """
      cachetutor session 1
      rules: 1
      seed: 7
      app: 0.1.0

      @0 rows a=1
      @0 read a
      = 102000 0000000000000000
      """ + "\n")
    let check = try home.run(["replay", "--check", path])
    #expect(check.status == 1)
    #expect(check.output.contains("edited.session:8"))
  }
}
