extension String {
  /// The columns that this takes on a screen, pictures of control characters included.
  ///
  /// Without Unicode glyphs some characters need more columns than with them.
  public var displayWidth: Int { displayWidth(.unicode) }

  public func displayWidth(_ glyphs: Glyphs) -> Int {
    if isPlain { return utf8.count }
    var width = 0
    for element in CellText(self, glyphs: glyphs) { width += Int(element.width) }
    return width
  }

  /// Whether it is ASCII without control characters.
  ///
  /// Then it stands in as many columns as it has bytes, and looks like what it is. Nearly
  /// everything on a screen is, so all that measures and puts text asks this first.
  var isPlain: Bool {
    utf8.allSatisfy { 0x20..<0x7F ~= $0 }
  }

  /// What the screen shows for it: control and invisible characters as pictures and numbers.
  ///
  /// `\e` becomes `␛` (`\x1b` in ASCII), the right-to-left override `<202E>`; in ASCII every other
  /// character becomes its nearest spelling.
  public func visible(_ glyphs: Glyphs = .unicode) -> String {
    if isPlain { return self }
    var result = ""
    for element in CellText(self, glyphs: glyphs) { result.append(element.character) }
    return result
  }

  /// At most `width` columns of what the screen shows, an ellipsis in the last when it was cut.
  public func clipped(toWidth width: Int, glyphs: Glyphs = .unicode) -> String {
    StyledText(self).clipped(toWidth: width, glyphs: glyphs).plain
  }

  /// Blanks added up to `width` columns; longer text stays as it is.
  public func padded(
    toWidth width: Int, alignment: Alignment = .left, glyphs: Glyphs = .unicode
  ) -> String {
    let free = max(0, width - displayWidth(glyphs))
    let before = alignment.offset(free: free)
    return String(repeating: " ", count: before) + self
      + String(repeating: " ", count: free - before)
  }
}
