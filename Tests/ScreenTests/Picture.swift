import Screen

/// A frame of one widget, as rows of text.
func picture(
  _ width: Int, _ height: Int, glyphs: Glyphs = .unicode, _ draw: (inout Frame) -> Void
) -> String {
  var frame = Frame(size: Size(width: width, height: height), glyphs: glyphs)
  draw(&frame)
  return frame.text
}

extension Frame {
  /// What must hold for every frame, however it was drawn.
  func findings() -> [String] {
    var findings: [String] = []
    if cells.count != size.width * size.height { findings.append("\(cells.count) cells") }
    for y in 0..<size.height {
      var columns = 0
      for x in 0..<size.width {
        guard let cell = self[Point(x: x, y: y)] else { continue }
        columns += Int(cell.width)
        for scalar in cell.character.unicodeScalars {
          let category = scalar.properties.generalCategory
          if [.control, .format, .lineSeparator, .paragraphSeparator].contains(category) {
            findings.append("U+\(String(scalar.value, radix: 16)) at \(x),\(y)")
          }
        }
        let next = self[Point(x: x + 1, y: y)]
        if cell.width == 2, next?.width != 0 { findings.append("half a character at \(x),\(y)") }
      }
      if columns != size.width { findings.append("row \(y) has \(columns) columns") }
    }
    return findings
  }
}
