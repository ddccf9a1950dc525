import Screen
import Testing

@testable import NcursesTerminal

@Suite struct StartTests {
  private func name(_ term: String?, known: Set<String>) -> Result<TerminalName, TerminalError> {
    Result { () throws(TerminalError) in
      try TerminalName(environment: term) {
        $0 == "dumb" ? .cannotMoveCursor : known.contains($0) ? .usable : .unknown
      }
    }
  }

  @Test func `a known terminal is taken as it is`() throws {
    let taken = try name("linux", known: ["linux"]).get()
    #expect(taken.name == "linux" && taken.replaced == nil)
  }

  @Test(arguments: ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm", "odd-256color"])
  func `an unknown modern terminal is taken for an xterm`(term: String) throws {
    let taken = try name(term, known: ["xterm-256color"]).get()
    #expect(taken.name == "xterm-256color" && taken.replaced == term)
  }

  @Test func `an unknown tmux is taken for a screen`() throws {
    let taken = try name("tmux-256color", known: ["xterm-256color", "screen-256color"]).get()
    #expect(taken.name == "screen-256color")
  }

  @Test func `what cannot be a screen says so`() {
    #expect(name(nil, known: []) == .failure(.unnamed))
    #expect(name("", known: []) == .failure(.unnamed))
    #expect(name("teletype", known: ["xterm-256color"]) == .failure(.unknown(name: "teletype")))
    #expect(name("foot", known: []) == .failure(.unknown(name: "foot")))
    #expect(name("dumb", known: ["dumb"]) == .failure(.cannotMoveCursor(name: "dumb")))
  }

  @Test func `every error is a sentence with a way on`() {
    let errors: [TerminalError] = [
      .notATerminal(.input), .notATerminal(.output), .unnamed, .unknown(name: "x"),
      .cannotMoveCursor(name: "dumb"), .refused(name: "x"),
    ]
    #expect(
      errors.map(\.description) == [
        "The input is not a terminal. Start it without a pipe or file as input, or use --plain.",
        "The output is not a terminal. Start it without a pipe or file as output, or use --plain.",
        "TERM is not set. Set it to the name of your terminal, such as TERM=xterm-256color.",
        "The terminal \"x\" is unknown here. Try TERM=xterm-256color, or use --plain.",
        "The terminal \"dumb\" cannot move its cursor. Use another one, or use --plain.",
        "The terminal \"x\" could not be started. Try TERM=xterm-256color, or use --plain.",
      ])
  }

  @Test func `NO_COLOR takes colour away unless it is empty`() {
    var options = TerminalOptions(theme: .light)
    options.apply(noColour: nil)
    options.apply(noColour: "")
    #expect(options.theme == .light)
    options.apply(noColour: "1")
    #expect(options.theme == .mono && options.depth == .mono)
  }
}
