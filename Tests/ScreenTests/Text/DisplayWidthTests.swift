import Screen
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｶ", 1), ("Ａ", 2), ("한", 2),
    ("🎉", 2), ("✓", 1), ("▶", 1), ("⏸", 1), ("│", 1), ("⣿", 1), ("█", 1), ("\u{1FAE8}", 2),
    // Both halves of a flag take a column each, which is what a flag takes.
    ("🇩🇪", 2), ("\u{1100}\u{1161}", 2),
  ])
  func `characters take the columns that terminals give them`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [
    ("a\tb", "a␉b", "a\\x09b"), ("\u{1B}[2J", "␛[2J", "\\x1b[2J"), ("\u{7F}", "␡", "\\x7f"),
    ("\u{9B}m", "<009B>m", "<009B>m"), ("\u{202E}x", "<202E>x", "<202E>x"),
    ("❤\u{FE0F}", "❤<FE0F>", "?<FE0F>"), ("a\u{200D}b", "a<200D>b", "a<200D>b"),
    ("\u{301}", "◌\u{301}", "o"), ("👍🏽", "👍<1F3FD>", "??<1F3FD>"),
    ("ok — ≤ …", "ok — ≤ …", "ok - <= ..."),
    ("e\u{301}", "e\u{301}", "e"), ("漢", "漢", "??"), ("\u{E000}", "<E000>", "<E000>"),
  ])
  func `what could act or hide is made visible`(text: String, unicode: String, ascii: String) {
    #expect(text.visible() == unicode)
    #expect(text.visible(.ascii) == ascii)
    #expect(text.displayWidth == unicode.displayWidth)
    #expect(text.displayWidth(.ascii) == ascii.count)
  }

  @Test func `a character takes only so many marks`() {
    let heap = "e" + String(repeating: "\u{301}", count: 100)
    #expect(heap.displayWidth == 1)
    #expect(heap.visible().unicodeScalars.count == 4)
  }

  @Test func `clipping keeps whole characters and says that it cut`() {
    #expect("user:1".clipped(toWidth: 6) == "user:1")
    #expect("user:12".clipped(toWidth: 6) == "user:…")
    #expect("漢字漢字".clipped(toWidth: 6) == "漢字…")
    #expect("漢字".clipped(toWidth: 1) == "…")
    #expect("abc".clipped(toWidth: 0) == "")
  }

  @Test func `padding counts columns`() {
    #expect("漢".padded(toWidth: 4) == "漢  ")
    #expect("漢".padded(toWidth: 5, alignment: .right) == "   漢")
    #expect("ab".padded(toWidth: 5, alignment: .centre) == " ab  ")
    #expect("long".padded(toWidth: 2) == "long")
  }
}
