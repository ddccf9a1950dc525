extension String {
  /// The lines of a text whose lines end with a line feed.
  ///
  /// Found in the bytes: to look for whole characters takes many times as long.
  var textLines: [Substring] {
    var text = self
    let ends = text.withUTF8 { bytes in bytes.indices.filter { bytes[$0] == 10 } }
    var lines: [Substring] = []
    lines.reserveCapacity(ends.count + 1)
    var start = text.startIndex
    for end in ends {
      let end = text.utf8.index(text.startIndex, offsetBy: end)
      lines.append(text[start..<end])
      start = text.utf8.index(after: end)
    }
    lines.append(text[start...])
    return lines
  }
}
