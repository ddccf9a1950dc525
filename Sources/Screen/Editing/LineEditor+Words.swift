extension LineEditor {
  /// The start of the word before `position`; a word is letters and digits.
  func wordStart(before position: Int) -> Int {
    let characters = Array(text.prefix(position))
    var index = characters.count
    while index > 0, !Self.isWord(characters[index - 1]) { index -= 1 }
    while index > 0, Self.isWord(characters[index - 1]) { index -= 1 }
    return index
  }

  /// The end of the word after `position`.
  func wordEnd(after position: Int) -> Int {
    let characters = Array(text)
    var index = position
    while index < characters.count, !Self.isWord(characters[index]) { index += 1 }
    while index < characters.count, Self.isWord(characters[index]) { index += 1 }
    return index
  }

  /// The start of what stands before `position` up to a blank.
  func blankDelimitedStart(before position: Int) -> Int {
    let characters = Array(text.prefix(position))
    var index = characters.count
    while index > 0, characters[index - 1].isWhitespace { index -= 1 }
    while index > 0, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  mutating func deleteForward() {
    replace(cursor..<cursor + 1, with: "")
  }

  /// Cuts a range out into the kill ring; cuts in a row make one piece.
  mutating func cut(_ range: Range<Int>, after before: Action) {
    let piece = String(text.dropFirst(range.lowerBound).prefix(range.count))
    let side: KillRing.Side = range.upperBound == cursor && !range.isEmpty ? .before : .after
    killRing.add(piece, joining: before == .cut ? side : nil)
    replace(range, with: "")
    lastAction = .cut
  }

  mutating func yank() {
    guard let piece = killRing.current else { return }
    let start = cursor
    insert(piece)
    lastAction = .yanked(start..<max(start, cursor))
  }

  /// After a yank: the piece before that one instead.
  mutating func yankEarlier(after before: Action) {
    guard case .yanked(let range) = before else { return }
    killRing.turn()
    replace(range, with: killRing.current ?? "")
    lastAction = .yanked(range.lowerBound..<max(range.lowerBound, cursor))
  }

  /// Exchanges the characters on both sides of the cursor; at the end the last two.
  mutating func transpose() {
    let end = isCursorAtEnd ? cursor : cursor + 1
    guard end >= 2 else { return }
    let pair = Array(text.dropFirst(end - 2).prefix(2))
    replace(end - 2..<end, with: String(pair.reversed()))
  }
}
