import Screen
import Testing

@testable import Dashboard

struct HostileTextTests {
  static let words = [
    "a\u{1B}[31mred", "\u{202E}olleh", "zero\u{200B}width", "漢字",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{7F}\u{9B}", "tab\tbell\u{07}", "👨‍👩‍👧‍👦", "\r\nnew\nline", "\u{FEFF}bom\u{0}",
  ]

  static func isHarmless(_ frame: Frame) -> Bool {
    frame.cells.allSatisfy { cell in
      cell.character.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
      }
    }
  }

  @Test(arguments: words)
  func `no word of anybody's reaches the terminal as a control sequence`(word: String) throws {
    var stand = try Stand()
    stand.press(.paste("SET \"\(word)\" \"\(word)\""), .key(.enter))
    stand.press(.paste("read \"\(word)\""))
    #expect(HostileTextTests.isHarmless(stand.frame()))
    stand.press(.key(.enter))
    for _ in 0..<8 {
      stand.wait(33)
      #expect(HostileTextTests.isHarmless(stand.frame()))
      #expect(HostileTextTests.isHarmless(stand.frame(120, 40)))
    }
    stand.press(.key(.function(1)), .typed("/"))
    stand.press(.paste(word))
    #expect(HostileTextTests.isHarmless(stand.frame()))
  }

  @Test func `ASCII glyphs leave nothing beyond ASCII on the screen`() throws {
    var stand = try Stand("thundering-herd", settings: Settings(glyphs: .ascii))
    stand.press(.typed("a"), .key(.enter), .key(.enter))
    for _ in 0..<40 {
      stand.wait(33)
      let isASCII = stand.frame(120, 40).cells.allSatisfy { $0.character.isASCII }
      #expect(isASCII)
    }
    stand.press(.key(.function(1)))
    #expect(stand.frame().cells.allSatisfy { $0.character.isASCII })
  }

  @Test func `a told message is shown as it is`() throws {
    var stand = try Stand()
    _ = update(&stand.model, .told("\u{1B}]0;title\u{07}", isTrouble: true))
    #expect(HostileTextTests.isHarmless(stand.frame()))
  }
}
