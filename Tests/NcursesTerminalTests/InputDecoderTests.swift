import CNcurses
import Screen
import Testing

@testable import NcursesTerminal

@Suite struct InputDecoderTests {
  /// The inputs that the characters and codes make; what has begun at the end is given up.
  private func decode(_ codes: [InputCode]) -> [Input] {
    var decoder = InputDecoder()
    var inputs: [Input] = []
    for code in codes {
      if case .input(let input) = decoder.take(code) { inputs.append(input) }
    }
    if case .input(let input) = decoder.giveUp() { inputs.append(input) }
    #expect(!decoder.isWaiting)
    return inputs
  }

  private func decode(_ text: String) -> [Input] {
    decode(Self.characters(text))
  }

  private static func characters(_ text: String) -> [InputCode] {
    text.unicodeScalars.map { .character($0.value) }
  }

  @Test func `letters are keys and control characters are keys with Control`() {
    #expect(decode("aé漢") == [.typed("a"), .typed("é"), .typed("漢")])
    #expect(decode("\u{1}\u{1A}\u{1C}") == [.control("a"), .control("z"), .control("\\")])
    #expect(decode("\u{0}\u{1F}") == [.control(" "), .control("_")])
    #expect(
      decode("\r\n\t\u{7F}\u{8}")
        == [.key(.enter), .control("j"), .key(.tab), .key(.backspace), .control("h")])
    #expect(decode("\u{9B}") == [])
  }

  @Test func `escape is a key alone and Alt before another`() {
    #expect(decode("\u{1B}") == [.key(.escape)])
    #expect(decode("\u{1B}f") == [.alt("f")])
    #expect(decode("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(decode("\u{1B}\u{7F}") == [.key(.backspace, .alt)])
    #expect(decode("\u{1B}\u{1}") == [.key(.character("a"), [.control, .alt])])
    #expect(decode([.character(0x1B), .function(KEY_UP)]) == [.key(.up, .alt)])
  }

  @Test func `unknown sequences type nothing`() {
    #expect(decode("\u{1B}[99~x") == [.typed("x")])
    #expect(decode("\u{1B}[27;5;13~\u{1B}OXy") == [.typed("y")])
    #expect(decode("\u{1B}[1;9C\u{1B}[;~\u{1B}[1;C") == [])
    #expect(decode("\u{1B}[") == [.alt("[")])
    #expect(decode("\u{1B}O") == [.alt("O")])
  }

  @Test func `answers about colours type nothing, whatever ends them`() {
    let answer = InputCode.function(Int32(cnc_key_answer))
    for end in ["\u{7}", "\u{1B}\\"] {
      var decoder = InputDecoder()
      let results = ([answer] + Self.characters("11;rgb:ff/ff/ff" + end)).map { decoder.take($0) }
      #expect(results.last == .command("11;rgb:ff/ff/ff"))
      #expect(results.dropLast().allSatisfy { $0 == .nothing })
      #expect(!decoder.isWaiting)
    }
    // Alt and ] begin in the same way; nothing follows them.
    #expect(decode([answer]) == [.alt("]")])
    // One that is too long, or torn by a key, is dropped.
    let long = String(repeating: "1", count: InputDecoder.reportLimit)
    #expect(decode([answer] + Self.characters(long + "xy")) == [.typed("y")])
    #expect(decode([answer] + Self.characters("11;") + [.function(KEY_UP)]) == [])
  }

  @Test func `a background is light or dark, however many digits tell it`() {
    let answers: [(String, Bool?)] = [
      ("11;rgb:ffff/ffff/dddd", true), ("11;rgb:fd/f6/e3", true), ("11;rgb:0000/2b2b/3636", false),
      ("11;rgb:f/f/f", true), ("11;rgba:0000/0000/0000/ffff", false), ("10;rgb:f/f/f", nil),
      ("11;rgb:f/f", nil), ("11;rgb://", nil), ("11;#ffffff", nil), ("", nil), ("11;", nil),
      ("11;rgb:fffff/f/f", nil), ("11;rgb:-1/f/f", nil),
    ]
    for (text, isLight) in answers {
      #expect(TerminalBackground.isLight(answer: text) == isLight, "\(text)")
    }
    let variables: [(String, Bool?)] = [
      ("0;15", true), ("15;0", false), ("12;default;7", true), ("0;8", false), ("15;default", nil),
      ("", nil), ("0;99", nil),
    ]
    for (text, isLight) in variables {
      #expect(TerminalBackground.isLight(foregroundAndBackground: text) == isLight, "\(text)")
    }
  }

  @Test func `keys in the form of xterm need no entry in the database`() {
    #expect(decode("\u{1B}[1;5C\u{1B}[1;3D") == [.key(.right, .control), .key(.left, .alt)])
    #expect(decode("\u{1B}[3;5~\u{1B}[6~") == [.key(.delete, .control), .key(.pageDown)])
    #expect(
      decode("\u{1B}[15~\u{1B}OP\u{1B}OA") == [
        .key(.function(5)), .key(.function(1)), .key(.up),
      ])
  }

  @Test func `keys have names`() {
    let codes: [(Int32, Input)] = [
      (KEY_UP, .key(.up)), (KEY_BTAB, .key(.backTab)), (KEY_F0 + 1, .key(.function(1))),
      (KEY_F0 + 12, .key(.function(12))), (KEY_DC, .key(.delete)), (KEY_SLEFT, .key(.left, .shift)),
    ]
    for (code, input) in codes { #expect(decode([.function(code)]) == [input]) }
    #expect(decode([.function(KEY_RESIZE), .function(KEY_F0 + 40)]) == [])
    #expect(FunctionKeys.extended("kRIT5") == .key(.right, .control))
    #expect(FunctionKeys.extended("kLFT3") == .key(.left, .alt))
    #expect(FunctionKeys.extended("kDC6") == .key(.delete, [.control, .shift]))
    #expect(FunctionKeys.extended("kUP9") == nil && FunctionKeys.extended("5") == nil)
  }

  @Test func `a paste is one input whatever is in it`() {
    let begin = InputCode.function(Int32(cnc_key_paste_begin))
    let end = InputCode.function(Int32(cnc_key_paste_end))
    let text = "get a\rq\u{1B}[A\u{3}漢"
    #expect(decode([begin] + Self.characters(text) + [.function(KEY_UP), end]) == [.paste(text)])
    #expect(decode([begin] + Self.characters("half")) == [.paste("half")])
    #expect(decode([begin]) == [])
    let flood = Array(repeating: InputCode.character(97), count: InputDecoder.pasteLimit + 10)
    guard case .paste(let pasted) = decode([begin] + flood + [end]).first else {
      Issue.record("no paste")
      return
    }
    #expect(pasted.utf8.count == InputDecoder.pasteLimit)
  }

  @Test func `mouse reports have no limit on columns`() {
    func mouse(_ text: String) -> [Input] {
      decode([.function(Int32(cnc_key_mouse))] + Self.characters(text))
    }
    let far = Point(x: 299, y: 99)
    #expect(mouse("0;300;100M") == [.mouse(Mouse(.pressed, at: far))])
    #expect(mouse("0;300;100m") == [.mouse(Mouse(.released, at: far))])
    #expect(mouse("34;1;1M") == [.mouse(Mouse(.dragged, at: .zero, button: .right))])
    #expect(mouse("64;1;1M") == [.mouse(Mouse(.wheelUp, at: .zero))])
    #expect(mouse("81;1;1M") == [.mouse(Mouse(.wheelDown, at: .zero, modifiers: .control))])
    for broken in ["0;0;1M", "0;1M", ";;;M", "999;1;1M", "0;1;1", "0;99999999999999999999;1M"] {
      #expect(mouse(broken) == [], "\(broken)")
    }
    #expect(mouse("0;1x").isEmpty && mouse("35;4;4M").isEmpty)
  }

  @Test func `answers of the terminal are no input`() {
    var decoder = InputDecoder()
    var reports = TerminalReports()
    let answers = ["2026;2$y", "62;22c"]
    for answer in answers {
      _ = decoder.take(.function(Int32(cnc_key_report)))
      for code in Self.characters(answer) {
        if case .report(let parameters, let final) = decoder.take(code) {
          reports.take(parameters, final: final)
        }
      }
    }
    #expect(reports.canSynchronise && reports.isAnswered && !decoder.isWaiting)
    reports.take("2026;0$", final: "y")
    #expect(!reports.canSynchronise)
  }

  @Test func `focus is reported`() {
    let codes = [cnc_key_focus_out, cnc_key_focus_in].map { InputCode.function(Int32($0)) }
    #expect(decode(codes) == [.focused(false), .focused(true)])
  }
}
