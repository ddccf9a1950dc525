import Screen

// The picture itself: line, dots, letters, numbers, and what stands in the middle.

extension RingPanel {
  /// With more points than this their letters would hide the line.
  private static let letterLimit = 40
  /// Dots stand at most so deep, as a part of the radius.
  private static let depthPart = 3

  /// - Parameter isAlone: whether the shares have no other place than the middle.
  func drawCircle(on frame: inout Frame, in rect: Rect, isAlone: Bool) {
    let circle = RingGeometry(rect)
    var canvas = BrailleCanvas(size: rect.size)
    var taken = TakenCells(rect.size)
    for step in 0..<circle.steps {
      let hash = circle.hash(ofStep: step)
      let spot = circle.dot(at: hash)
      canvas.dot(spot.x, spot.y, style: .node(sweep.owner(of: hash)))
      taken.take(circle.cell(at: hash))
    }
    let isRound = rect.height >= RingGeometry.roundRows
    let depth = isRound ? drawDots(on: &canvas, circle) : 0
    frame.draw(canvas, in: rect)
    drawLetters(on: &frame, circle, &taken)
    drawKeys(on: &frame, circle, &taken)
    drawMiddle(on: &frame, in: circle.inside(depth: depth), isAlone: isAlone)
  }

  /// Every key as a dot inside of the line; those of one place one behind the other.
  ///
  /// - Returns: how deep they stand.
  private func drawDots(on canvas: inout BrailleCanvas, _ circle: RingGeometry) -> Int {
    var counts = [Int](repeating: 0, count: circle.steps)
    for hash in dots { counts[circle.step(of: hash)] += 1 }
    let room = max(1, circle.radiusY / RingPanel.depthPart)
    let most = counts.max() ?? 0
    // More keys than there is room for: a dot then stands for several.
    let each = max(1, (most + room - 1) / room)
    for (step, count) in counts.enumerated() where count > 0 {
      let hash = circle.hash(ofStep: step)
      let style = Style.node(sweep.owner(of: hash))
      for place in 0..<((count + each - 1) / each) {
        let spot = circle.dot(at: hash, inset: place + 2)
        canvas.dot(spot.x, spot.y, style: style)
      }
    }
    return min(room, (most + each - 1) / each) + 2
  }

  /// The nodes' letters on the line, where their points are.
  private func drawLetters(
    on frame: inout Frame, _ circle: RingGeometry, _ taken: inout TakenCells
  ) {
    guard points.count + ghosts.count <= RingPanel.letterLimit else { return }
    for ghost in ghosts {
      let cell = circle.cell(at: ghost.hash)
      frame.set(
        Cell(frame.glyphs.cross, style: Style.node(ghost.node).adding(.bold)),
        at: circle.rect.origin.moved(dx: cell.x, dy: cell.y))
      taken.take(cell)
    }
    for point in points {
      let cell = circle.cell(at: point.hash)
      let name = String(label(of: point.node).prefix(points.count > 8 ? 1 : 3))
      let start = min(cell.x, max(0, circle.rect.width - name.count))
      frame.put(
        name, at: circle.rect.origin.moved(dx: start, dy: cell.y),
        style: .node(point.node).adding([.bold, .reverse]), maxWidth: 3)
      taken.take(cell, width: name.count)
    }
  }

  /// The keys' numbers outside of the line; on the line a dot for each that is on its way.
  private func drawKeys(
    on frame: inout Frame, _ circle: RingGeometry, _ taken: inout TakenCells
  ) {
    for key in keys {
      let width = key.label.count
      guard let cell = taken.free(for: width, circle, key.hash) else { continue }
      let place = circle.rect.origin.moved(dx: cell.x, dy: cell.y)
      frame.put(key.label, at: place, style: style(of: key), maxWidth: width)
      taken.take(cell, width: width)
    }
    for key in keys {
      guard let hash = sweep.traveller(of: key.hash) else { continue }
      let cell = circle.cell(at: hash)
      frame.set(
        Cell(frame.glyphs.dot, style: Style.moved.adding(.bold)),
        at: circle.rect.origin.moved(dx: cell.x, dy: cell.y))
    }
  }

  /// Shares and the counter; what does not fit is left out from the end.
  private func drawMiddle(on frame: inout Frame, in rect: Rect, isAlone: Bool) {
    var lines: [StyledText] = []
    let change = countLines(width: rect.width)
    let counts = isAlone ? shareLines(width: rect.width, frame.glyphs) : []
    let room = rect.height - change.prefix(1).count
    if counts.count <= room { lines += counts }
    lines += change.prefix(max(1, rect.height - lines.count))
    lines = lines.filter { $0.width(frame.glyphs) <= rect.width }
    let top = max(0, (rect.height - lines.count) / 2)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      frame.putLine(line, in: rect.row(top + row), alignment: .centre)
    }
  }

  /// `A 569  B 363  C 68`, in as many lines as it takes.
  private func shareLines(width: Int, _ glyphs: Glyphs) -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    for share in shares {
      var part = StyledText("\(share.label) ", .node(share.node).adding(.bold))
      if share.state == .up {
        part.append(ClockText.grouped(share.keys), .strong)
      } else {
        part = StyledText("\(share.state.mark(glyphs)) \(share.label) ", share.state.style)
        part.append(share.state.word, share.state.style)
      }
      if !line.isEmpty, line.width() + 2 + part.width() > width {
        lines.append(line)
        line = StyledText()
      }
      if !line.isEmpty { line.append("  ") }
      line.append(part)
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// Cells that something stands in, so that labels do not cover each other.
private struct TakenCells {
  private let size: Size
  private var cells: [Bool]

  init(_ size: Size) {
    self.size = size
    cells = Array(repeating: false, count: size.width * size.height)
  }

  mutating func take(_ cell: Point, width: Int = 1) {
    for x in cell.x..<(cell.x + width) where x >= 0 && x < size.width {
      cells[cell.y * size.width + x] = true
    }
  }

  /// Whether a label fits, with a blank on either side of it.
  private func isFree(_ x: Int, _ y: Int, _ width: Int) -> Bool {
    guard x >= 0, y >= 0, x + width <= size.width, y < size.height else { return false }
    return (max(0, x - 1)..<min(size.width, x + width + 1)).allSatisfy {
      !cells[y * size.width + $0]
    }
  }

  /// The nearest place outside of the line where a label of this width is free; nil when all
  /// around is taken.
  func free(for width: Int, _ circle: RingGeometry, _ hash: UInt32) -> Point? {
    let sine = RingGeometry.direction(hash).sine
    let line = circle.cell(at: hash)
    let isSide = sine > 0.3 || sine < -0.3
    for rows in isSide ? [0, 1, -1, 2, -2] : [0] {
      for inset in [-4, -6, -8, -11] {
        let cell = circle.cell(at: hash, inset: inset)
        let x = sine > 0.3 ? cell.x : sine < -0.3 ? cell.x - width + 1 : cell.x - width / 2
        let y = cell.y + rows
        // Outside: not on the other side of the line, where it would be read as part of a number.
        let isOutside =
          isSide
          ? [x, x + width - 1].allSatisfy { circle.isOutside(Point(x: $0, y: y)) }
          : (y < line.y) == (2 * line.y < size.height)
        if isOutside, isFree(x, y, width) { return Point(x: x, y: y) }
      }
    }
    return nil
  }
}
