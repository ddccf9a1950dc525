import Screen
import Testing

@Suite struct TextFieldTests {
  private func field(
    _ text: String, cursor: Int? = nil, width: Int, ghost: String = "", completion: String = ""
  ) -> (text: String, cursor: Int?) {
    var editor = LineEditor()
    editor.setText(text)
    for _ in 0..<(text.count - (cursor ?? text.count)) { _ = editor.handle(.key(.left)) }
    var frame = Frame(size: Size(width: width, height: 1))
    frame.textField(
      editor, in: frame.bounds, prompt: StyledText("› ", .prompt), ghost: ghost,
      completion: completion)
    return (frame.text, frame.cursor?.x)
  }

  @Test func `the cursor stands after the text`() {
    #expect(field("get", width: 10) == ("› get", 5))
    #expect(field("漢字", cursor: 1, width: 10) == ("› 漢字", 4))
  }

  @Test func `an empty field shows its ghost`() {
    #expect(field("", width: 20, ghost: "read user:1") == ("› read user:1", 2))
    #expect(field("g", width: 20, ghost: "read user:1", completion: "et") == ("› get", 3))
  }

  @Test func `a long text scrolls with the cursor`() {
    #expect(field("abcdefghijkl", width: 10) == ("› …ghijkl", 9))
    #expect(field("abcdefghijkl", cursor: 0, width: 10) == ("› abcdefg…", 2))
    #expect(field("abcdefghijkl", cursor: 8, width: 10) == ("› …defghi…", 8))
  }

  @Test func `wide characters scroll whole`() {
    for cursor in 0...8 {
      let (text, column) = field("漢字漢字漢字漢字", cursor: cursor, width: 9)
      #expect(text.displayWidth <= 9)
      #expect((column ?? -1) >= 2 && (column ?? 99) < 9)
    }
  }

  @Test func `a search shows what is looked for`() {
    var editor = LineEditor(history: History(["get user:1"]))
    for input in [Input.control("r"), .typed("u"), .typed("s")] { _ = editor.handle(input) }
    var frame = Frame(size: Size(width: 30, height: 1))
    frame.textField(editor, in: frame.bounds, prompt: "› ")
    #expect(frame.text == "search \"us\": get user:1")
  }
}
