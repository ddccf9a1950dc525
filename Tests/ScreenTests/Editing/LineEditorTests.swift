import Screen
import Testing

@Suite struct LineEditorTests {
  /// Types a script: letters as they are, `^a` for Control, `~f` for Alt, and named keys in `<…>`.
  private func edit(_ script: String, history: [String] = []) -> LineEditor {
    var editor = LineEditor(history: History(history))
    for input in Self.inputs(script) { _ = editor.handle(input) }
    return editor
  }

  private static func inputs(_ script: String) -> [Input] {
    let named: [String: Input] = [
      "left": .key(.left), "right": .key(.right), "up": .key(.up), "down": .key(.down),
      "home": .key(.home), "end": .key(.end), "bs": .key(.backspace), "del": .key(.delete),
      "enter": .key(.enter), "esc": .key(.escape), "c-left": .key(.left, .control),
      "c-right": .key(.right, .control),
    ]
    var inputs: [Input] = []
    var rest = script[...]
    while let character = rest.popFirst() {
      switch character {
      case "^": if let letter = rest.popFirst() { inputs.append(.control(letter)) }
      case "~": if let letter = rest.popFirst() { inputs.append(.alt(letter)) }
      case "<":
        let name = String(rest.prefix { $0 != ">" })
        rest = rest.dropFirst(name.count + 1)
        if let input = named[name] { inputs.append(input) }
      default: inputs.append(.typed(character))
      }
    }
    return inputs
  }

  /// The text with a bar where the cursor is.
  private func line(_ script: String, history: [String] = []) -> String {
    let editor = edit(script, history: history)
    return editor.textBeforeCursor + "|" + editor.text.dropFirst(editor.cursor)
  }

  @Test(arguments: [
    ("abc", "abc|"), ("abc^a", "|abc"), ("abc<home>x", "x|abc"), ("abc^a^e", "abc|"),
    ("abc^b^b", "a|bc"), ("abc<left>^f^f", "abc|"), ("^b<left><right>^f", "|"),
    ("abc^h", "ab|"), ("<bs>^h", "|"), ("abc^a^d", "|bc"), ("abc^a<del>", "|bc"),
    ("abc<del>", "abc|"), ("get user:1~b", "get user:|1"), ("get user:1~b~b", "get |user:1"),
    ("get user:1^a~f~f", "get user|:1"), ("get user:1<c-left><c-right>", "get user:1|"),
    ("get user:1^w", "get |"), ("get user:1  ^w", "get |"), ("get^a~d", "|"),
    ("a b^a^k", "|"), ("a b<left>^u", "|b"), ("ab^t", "ba|"), ("ab<left>^t", "ba|"),
    ("漢é<left><bs>", "|é"), ("a^x^qb~z~.", "ab|"),
  ])
  func `keys do what fingers know`(script: String, shown: String) {
    #expect(line(script) == shown)
  }

  @Test(arguments: [
    ("one two^w^y^y", "one twotwo|"), ("one two^w^w^y", "one two|"), ("a b^a~d~d^y", "a b|"),
    ("one^u two^u^y~y", "one|"), ("one^u two^u^y~y~y", " two|"), ("abc~y^y", "abc|"),
    ("one two<home>^k^ex^y", "xone two|"),
  ])
  func `what was cut comes back`(script: String, shown: String) {
    #expect(line(script) == shown)
  }

  @Test func `combining marks join the character before them`() {
    let editor = edit("e\u{301}x<left><left>")
    #expect(editor.text.count == 2 && editor.cursor == 0)
  }

  @Test(arguments: [
    ("<up>", "three|"), ("<up><up><up><up>", "one|"), ("draft<up><down>", "draft|"),
    ("<up><up><down>", "three|"), ("<down>", "|"), ("^p^p^n", "three|"), ("<up>!<up>", "two|"),
  ])
  func `up and down walk through what was entered`(script: String, shown: String) {
    #expect(line(script, history: ["one", "two", "three"]) == shown)
  }

  @Test func `history keeps each line once, the newest last`() {
    var history = History(["a", "b", "a", " ", ""])
    #expect(history.lines == ["b", "a"])
    for number in 0..<1_100 { history.add("\(number)") }
    #expect(history.lines.count == History.limit && history.lines.last == "1099")
  }

  @Test func `enter gives the line away and remembers it`() {
    var editor = edit("get a")
    #expect(editor.handle(.key(.enter)) == .submitted("get a"))
    #expect(editor.isEmpty && editor.cursor == 0)
    #expect(editor.history.lines == ["get a"])
    #expect(editor.handle(.key(.enter)) == .submitted(""))
    #expect(editor.history.lines == ["get a"])
  }

  @Test(arguments: [
    ("^rge", "get b|"), ("^rge^r", "get a|"), ("^rge^r^r^r", "get a|"), ("^rSET", "set a 1|"),
    ("x^rge<esc>", "x|"), ("x^rge^g", "x|"), ("^rge<left>!", "get !|b"), ("^rzz", "|"),
    ("^rget<bs><bs><bs>", "|"), ("^rget<end>c", "get bc|"),
  ])
  func `control R looks back through the history`(script: String, shown: String) {
    #expect(line(script, history: ["get a", "set a 1", "get b"]) == shown)
  }

  @Test func `enter in a search enters what was found`() {
    var editor = edit("^rset", history: ["set a 1", "get b"])
    #expect(editor.search?.query == "set")
    #expect(editor.handle(.key(.enter)) == .submitted("set a 1"))
    #expect(editor.search == nil)
  }

  @Test func `a paste is one line and runs nothing`() {
    var editor = LineEditor()
    #expect(editor.handle(.paste("get a\r\nget\tb\n\u{1B}[A\u{7}")) == .handled)
    #expect(editor.text == "get a get b [A")
  }

  @Test func `keys of others are left to them`() {
    var editor = LineEditor()
    let others: [Input] = [
      .key(.tab), .key(.escape), .key(.function(1)), .control("c"), .control("d"), .control("l"),
      .key(.pageUp), .key(.up, .alt), .resized(.zero), .focused(true),
    ]
    for input in others { #expect(editor.handle(input) == .ignored, "\(input)") }
    #expect(editor.isEmpty)
  }

  @Test func `a line has a limit`() {
    var editor = LineEditor()
    editor.insert(String(repeating: "a", count: LineEditor.limit + 5))
    #expect(editor.text.count == LineEditor.limit)
    _ = editor.handle(.typed("b"))
    #expect(editor.text.count == LineEditor.limit)
  }

  @Test func `completion replaces a range`() {
    var editor = edit("get us x<left><left>")
    editor.replace(4..<6, with: "user:1")
    #expect(editor.text == "get user:1 x" && editor.cursor == 10)
    editor.replace(50..<60, with: "!")
    #expect(editor.text == "get user:1 x!")
  }
}
