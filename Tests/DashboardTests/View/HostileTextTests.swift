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

  /// Every panel has the word in it somewhere: as a key, as a value, on its way, in a queue.
  static let scripts = [
    ["SET \"W\" \"W\"", "rows \"W\"=\"W\"", "read \"W\""],
    ["begin write \"W\" \"W\"", "begin write \"W\" x", "step A"],
    ["pattern write-behind", "write \"W\" \"W\""],
    ["node add B", "node add C", "rows \"W\"=1", "node add D"],
    [
      "rows a=1", "SET \"W\" x", "compare capacity=1 capacity=2", "read \"W\"", "read a",
      "read \"W\"",
    ],
  ]

  /// As a line spells it, and what is to be seen.
  @Test(arguments: [
    ("\\x1b[31m", "␛[31m", "\\x1b[31m"), ("\u{202E}olleh", "<202E>olleh", "<202E>olleh"),
    ("\\xc2\\x9b1m", "<009B>1m", "<009B>1m"), ("a\\nb", "a␊b", "a\\x0ab"),
  ])
  func `every panel shows what nobody should see, and sends none of it`(
    word: String, picture: String, spelling: String
  ) throws {
    var shown: Set<String> = []
    for script in HostileTextTests.scripts {
      var stand = try Stand()
      for line in script {
        stand.press(
          .paste(String(line.map { String($0) == "W" ? word : String($0) }.joined())))
        stand.press(.key(.enter))
        for _ in 0..<3 {
          stand.wait(40)
          try HostileTextTests.look(at: stand, for: [picture, spelling], &shown)
        }
        stand.wait()
        try HostileTextTests.look(at: stand, for: [picture, spelling], &shown)
      }
    }
    let expected: Set = ["cache", "log", "path", "queue", "listing", "lanes"]
    #expect(shown.isSuperset(of: expected), "\(expected.subtracting(shown)) say nothing of it")
  }

  private static func look(
    at stand: Stand, for pictures: [String], _ shown: inout Set<String>
  ) throws {
    let scene = stand.model.scene
    func isThere(_ frame: Frame) -> Bool { pictures.contains { frame.text.contains($0) } }
    for row in PanelCatalog.all {
      for glyphs in [Glyphs.unicode, .ascii] {
        var frame = Frame(size: Size(width: 100, height: 30), glyphs: glyphs)
        row.draw(scene, on: &frame, in: Rect(x: 0, y: 0, width: 100, height: 28))
        let panel = row.make(scene)
        frame.putLine(panel.title, in: frame.bounds.row(29))
        for section in panel.sections(Size(width: 100, height: 29), glyphs: glyphs) {
          frame.putLine(section.title, in: frame.bounds.row(28))
          if isThere(frame) { shown.insert(row.id) }
        }
        #expect(isHarmless(frame), "\(row.id)")
        if isThere(frame) { shown.insert(row.id) }
        if glyphs == .ascii { #expect(frame.cells.allSatisfy { $0.character.isASCII }) }
      }
    }
    #expect(isHarmless(stand.frame()))
    #expect(isHarmless(stand.frame(120, 40)))
  }

  @Test func `a told message is shown as it is`() throws {
    var stand = try Stand()
    _ = update(&stand.model, .told("\u{1B}]0;title\u{07}", isTrouble: true))
    #expect(HostileTextTests.isHarmless(stand.frame()))
  }
}
