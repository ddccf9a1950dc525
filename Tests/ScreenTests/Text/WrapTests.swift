import Screen
import Testing

@Suite struct WrapTests {
  private func lines(_ text: StyledText, _ width: Int, indent: Int = 0) -> [String] {
    text.wrapped(toWidth: width, indent: indent).map(\.plain)
  }

  @Test func `words go to the next line whole`() {
    #expect(lines("the key is back in the cache", 10) == ["the key is", "back in", "the cache"])
    #expect(lines("exactly ten", 7) == ["exactly", "ten"])
  }

  @Test func `a word that is too long is broken`() {
    #expect(lines("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"])
    #expect(lines("a bcdefgh", 4) == ["a", "bcde", "fgh"])
  }

  @Test func `line breaks and leading blanks are kept, blanks at breaks are not`() {
    #expect(lines("  a b\n\nc   d", 3) == ["  a", "b", "", "c", "d"])
    #expect(lines("", 5) == [""])
  }

  @Test func `wide characters break anywhere and are never halved`() {
    #expect(lines("漢字漢字", 5) == ["漢字", "漢字"])
    #expect(lines("漢a", 1) == ["…", "a"])
  }

  @Test func `continued lines are indented`() {
    #expect(lines("read the key again", 9, indent: 2) == ["read the", "  key", "  again"])
    #expect(lines("abc def", 2, indent: 5) == ["ab", "c", "de", "f"])
  }

  @Test func `no width has no lines`() {
    #expect(lines("abc", 0).isEmpty)
  }

  @Test func `styles survive the wrapping`() {
    var text: StyledText = "type "
    text.append("read user:1", .code)
    text.append(" now")
    let wrapped = text.wrapped(toWidth: 9)
    #expect(wrapped.map(\.plain) == ["type read", "user:1", "now"])
    #expect(wrapped[0].spans == [.init("type "), .init("read", .code)])
    #expect(wrapped[1].spans == [.init("user:1", .code)])
  }

  @Test func `clipped text keeps its styles`() {
    let text: StyledText = "hit " + StyledText("user:1", .hit)
    #expect(text.clipped(toWidth: 7).spans == [.init("hit "), .init("us…", .hit)])
  }
}
