import PtySupport
import Testing

/// Colours, glyphs and themes follow the terminal, the locale and the person.
@Suite struct LookTests {
  /// The numbers of all styles that a program has sent.
  private func styles(_ program: PtyProgram) -> Set<Int> {
    let output = String(decoding: program.output, as: UTF8.self)
    var numbers: Set<Int> = []
    for match in output.matches(of: /\u{1B}\[([0-9;]*)m/) {
      numbers.formUnion(match.1.split(separator: ";").compactMap { Int($0) })
    }
    return numbers
  }

  private func isColour(_ number: Int) -> Bool {
    (30...38).contains(number) || (40...48).contains(number) || (90...107).contains(number)
  }

  /// Looks at everything that has colours: a page, a list, a question, another theme.
  private func walk(_ program: PtyProgram) throws {
    try program.wait(for: "Ten requests")
    for keys in ["\u{1B}OP", "\u{1B}\u{1B}OQ", "\u{1B}\u{1B}[17~read user:1\r"] {
      let written = program.output.count
      program.write(keys)
      #expect(program.waitForOutput(from: written))
      program.settle(seconds: 0.2)
    }
    try program.wait(for: "read user:1")
    program.settle(seconds: 0.2)
  }

  @Test func `NO_COLOR takes all colour away, unless it is empty`() throws {
    let program = try Home(sandbox: .still).pty(setting: ["NO_COLOR": "1"])
    try walk(program)
    #expect(!styles(program).contains(where: isColour))
    // The marked lesson of the list is reversed.
    program.write("\u{1B}OQ")
    #expect(program.wait(forBytes: "\u{1B}[0;7m"))
    #expect(styles(program).contains(1))
    let coloured = try Home(sandbox: .still).pty(setting: ["NO_COLOR": ""])
    try walk(coloured)
    #expect(styles(coloured).contains(38))
  }

  @Test(arguments: [
    ("xterm-256color", true, true), ("screen-256color", true, true), ("xterm", false, true),
    ("linux", false, true), ("vt100", false, false), ("xterm-mono", false, false),
    ("xterm-kitty", true, true), ("foot", true, true),
  ])
  func `a terminal gets the colours that it has`(
    term: String, hasMany: Bool, hasSome: Bool
  ) throws {
    let program = try Home(sandbox: .still).pty("play", setting: ["TERM": term])
    try program.wait(for: "clock stopped")
    program.write("help\r")
    try program.wait(for: "help")
    let styles = styles(program)
    #expect(styles.contains(38) == hasMany)
    #expect(styles.contains(where: isColour) == hasSome)
    program.write("q")
    program.write("quit\r")
    #expect(program.waitForEnd() == .exited(0))
    #expect(program.flags == program.flagsBefore)
  }

  @Test func `the terminal's own background stays`() throws {
    let program = try Home(sandbox: .still).pty("play")
    try program.wait(for: "clock stopped")
    #expect(styles(program).contains(49) || !styles(program).contains { (40...48).contains($0) })
  }

  /// The theme in force, by what F6 calls the next one.
  private func nextTheme(
    answering answer: String = "", flags: [String] = [], setting: [String: String] = [:],
    configuration: String = ""
  ) throws -> (isAsked: Bool, name: String) {
    let home = try Home(sandbox: .still)
    if !configuration.isEmpty { try home.configure(configuration) }
    let program = try home.pty(["play"] + flags, setting: setting)
    // The last question is the one that every terminal answers.
    #expect(program.wait(forBytes: "\u{1B}[c"))
    let isAsked = String(decoding: program.output, as: UTF8.self).contains("]11;?")
    program.write(answer + "\u{1B}[?62;22c")
    program.write("\u{1B}[17~")
    try program.wait(for: "Theme: ")
    program.settle(seconds: 0.1)
    let text = program.text()
    let name = text.ranges(of: "Theme: ").last.map {
      String(text[$0.upperBound...].prefix { $0 != "." })
    }
    return (isAsked, name ?? "")
  }

  private static let white = "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"
  private static let black = "\u{1B}]11;rgb:0000/0000/0000\u{07}"

  @Test func `the terminal's answer chooses between dark and light`() throws {
    #expect(try nextTheme(answering: Self.white) == (true, "high-contrast"))
    #expect(try nextTheme(answering: Self.black) == (true, "light"))
    #expect(try nextTheme() == (true, "light"))
  }

  @Test func `where it does not answer the environment's word counts`() throws {
    #expect(try nextTheme(setting: ["COLORFGBG": "0;15"]) == (true, "high-contrast"))
    #expect(try nextTheme(setting: ["COLORFGBG": "15;0"]) == (true, "light"))
    let both = try nextTheme(answering: Self.black, setting: ["COLORFGBG": "0;15"])
    #expect(both == (true, "light"))
  }

  @Test func `whoever has chosen a theme is not asked`() throws {
    #expect(
      try nextTheme(answering: Self.white, flags: ["--theme", "dark"]) == (false, "light"))
    #expect(
      try nextTheme(answering: Self.white, configuration: "theme = high-contrast\n")
        == (false, "mono"))
    #expect(
      try nextTheme(answering: Self.white, setting: ["NO_COLOR": "1"]) == (false, "dark"))
    #expect(
      try nextTheme(answering: Self.white, setting: ["CACHETUTOR_THEME": "light"])
        == (false, "high-contrast"))
  }

  @Test(arguments: [(["--ascii"], "C.UTF-8"), ([], "C"), (["--ascii"], "C")])
  func `without Unicode nothing but ASCII is sent`(flags: [String], locale: String) throws {
    let home = try Home(sandbox: .still)
    let program = try home.pty(flags, columns: 120, rows: 40, setting: ["LC_ALL": locale])
    try walk(program)
    program.write("pattern write-behind\rnode add B\r")
    program.write("\u{1B}OS\u{1B}OS\u{1B}OS")
    program.settle(seconds: 0.2)
    #expect(program.output.allSatisfy { $0 < 0x80 })
    #expect(program.text().contains("- log "))
  }
}
