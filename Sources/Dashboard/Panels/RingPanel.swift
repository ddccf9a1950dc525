import Screen

// The circle of hashes.
//
// Every stretch of the circle is drawn in the style of the node that owns it: a key belongs to the
// first point clockwise. Nodes stand outside with their letters, keys are dots inside; a key that
// changes hands travels along the circle from where its owner was to where it is now.

/// Nodes and keys on the circle, shares beside it.
public struct RingPanel: Panel {
  /// A point of a node; positions are hashes, 0 at the top and clockwise.
  public struct Point: Hashable, Sendable {
    public var hash: UInt32
    public var node: Int

    public init(hash: UInt32, node: Int) {
      self.hash = hash
      self.node = node
    }
  }

  public struct Key: Hashable, Sendable {
    public var label: String
    public var hash: UInt32
    /// The node that owns it.
    public var node: Int
    /// Where it is being drawn while it travels to its new owner; its own place otherwise.
    public var travelledTo: UInt32?
    public var hasMoved: Bool

    public init(
      label: String, hash: UInt32, node: Int, travelledTo: UInt32? = nil, hasMoved: Bool = false
    ) {
      self.label = label
      self.hash = hash
      self.node = node
      self.travelledTo = travelledTo
      self.hasMoved = hasMoved
    }
  }

  public struct Share: Hashable, Sendable {
    public var label: String
    public var node: Int
    /// Keys that it owns, of all that are known.
    public var keys: Int
    /// The part of the circle that it owns, 0…1.
    public var part: Double
    public var state: NodeCondition

    public init(label: String, node: Int, keys: Int, part: Double, state: NodeCondition = .up) {
      self.label = label
      self.node = node
      self.keys = keys
      self.part = part
      self.state = state
    }
  }

  public var scheme: String
  public var vnodes: Int
  public var points: [Point]
  public var keys: [Key]
  public var shares: [Share]
  /// All keys that are known, more than are drawn.
  public var total: Int
  /// Keys that changed hands in the last change of nodes; nil before one.
  public var moved: Int?
  /// The placement has just been changed.
  var isChanged = false

  public init(
    scheme: String, vnodes: Int = 1, points: [Point], keys: [Key], shares: [Share], total: Int,
    moved: Int? = nil
  ) {
    self.scheme = scheme
    self.vnodes = vnodes
    self.points = points
    self.keys = keys
    self.shares = shares
    self.total = total
    self.moved = moved
  }

  public var title: StyledText {
    let style: Style = isChanged ? .focused : .heading
    guard scheme == "ring" else {
      return StyledText("placement: ", .heading) + StyledText(scheme, style)
    }
    var title = StyledText("ring: ", .heading)
    title.append("\(vnodes) point\(vnodes == 1 ? "" : "s") a node", style)
    return title
  }

  public var wantedRows: Int { 14 }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard !points.isEmpty else {
      drawShares(on: &frame, in: rect)
      return
    }
    // Shares beside the circle or below it: whatever leaves it larger.
    let beside = min(rect.height, (rect.width - 20) / 2)
    let below = min(rect.height - shares.count - 2, rect.width / 2)
    guard max(beside, below) >= 6 else {
      drawShares(on: &frame, in: rect)
      return
    }
    var rest = rect
    if beside >= below {
      let width = min(rect.width - 20, rect.height * 2 + 8)
      drawCircle(on: &frame, in: rest.takeLeft(width))
      _ = rest.takeLeft(2)
    } else {
      drawCircle(on: &frame, in: rest.takeTop(below))
    }
    drawShares(on: &frame, in: rest)
  }

  private func drawCircle(on frame: inout Frame, in rect: Rect) {
    let circle = RingGeometry(rect)
    var canvas = BrailleCanvas(size: rect.size)
    let owners = RingOwners(points)
    for step in 0..<circle.steps {
      let hash = circle.hash(ofStep: step)
      // Two dots wide, so that the colours of arcs can be told apart.
      for radius in [circle.radius, circle.radius - 1] {
        let spot = circle.dot(at: hash, radius: radius)
        canvas.dot(spot.x, spot.y, style: .node(owners.owner(of: hash)))
      }
    }
    frame.draw(canvas, in: rect)
    // Single points have letters; with many points the arcs speak for themselves.
    if points.count <= 24 {
      for point in points {
        let cell = circle.cell(at: point.hash, radius: circle.radius + 4)
        frame.put(
          label(of: point.node), at: cell, style: .node(point.node).adding(.bold), maxWidth: 4)
      }
    }
    for key in keys {
      let cell = circle.cell(at: key.travelledTo ?? key.hash, radius: circle.radius - 4)
      let style: Style = key.hasMoved ? .moved : .node(key.node)
      frame.set(Cell(frame.glyphs.dot, style: style), at: cell)
    }
    // The middle of a small circle belongs to the keys.
    guard rect.height >= 11 else { return }
    let centre = rect.centred(Size(width: min(14, rect.width - 10), height: 2))
    frame.putLine(
      StyledText("\(ClockText.grouped(total)) keys", .dim), in: centre.row(0), alignment: .centre)
    if let moved {
      frame.putLine(
        StyledText("\(ClockText.grouped(moved)) moved", moved > 0 ? .moved : .dim),
        in: centre.row(1), alignment: .centre)
    }
  }

  private func label(of node: Int) -> String {
    shares.first { $0.node == node }?.label ?? "?"
  }

  private func drawShares(on frame: inout Frame, in rect: Rect) {
    var rest = rect
    let most = max(1, shares.map(\.keys).max() ?? 1)
    let percents = self.percents
    for (share, percent) in zip(shares, percents) {
      guard rest.height > 0 else { return }
      var row = rest.takeTop(1)
      var name = StyledText("\(share.state.mark(frame.glyphs)) ", share.state.style)
      name.append(share.label, .node(share.node).adding(.bold))
      if share.state != .up { name.append(" " + share.state.word, share.state.style) }
      let nameWidth = max(share.state == .up ? 0 : name.width(frame.glyphs) + 1, 6)
      frame.putLine(name, in: row.takeLeft(min(nameWidth, row.width)))
      let number = "\(ClockText.grouped(share.keys)) (\(percent) %)"
      let numberStyle: Style = share.state == .up ? .strong : .dim
      frame.putLine(
        StyledText(number, numberStyle), in: row.takeRight(min(row.width, 13)), alignment: .right)
      _ = row.takeRight(1)
      guard share.state == .up, row.width >= 4 else { continue }
      frame.gauge(share.keys, of: most, in: row, style: .node(share.node))
    }
    if let moved, rest.height > 0 {
      let words = "\(ClockText.grouped(moved)) of \(ClockText.grouped(total)) keys moved"
      frame.putLine(StyledText(words, .moved), in: rest.takeTop(1))
    }
    drawMovers(on: &frame, in: rest)
  }

  private func drawMovers(on frame: inout Frame, in rect: Rect) {
    let movers = keys.filter(\.hasMoved)
    guard !movers.isEmpty, rect.height > 1 else { return }
    var rest = rect
    _ = rest.takeTop(1)
    for key in movers.prefix(rest.height) {
      var line = StyledText("\(frame.glyphs.rightArrow) ", .moved)
      line.append(key.label, .moved)
      line.append(" now on ", .dim)
      line.append(label(of: key.node), .node(key.node))
      frame.putLine(line, in: rest.takeTop(1))
    }
  }

  /// What each owns in whole percent: of the keys, or of the circle while there are none.
  ///
  /// They sum to 100: what rounding down loses goes to the largest remainders.
  var percents: [Int] {
    let weights = shares.map { total == 0 ? Int($0.part * 1_000_000_000) : $0.keys }
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights }
    var percents = weights.map { $0 * 100 / sum }
    let remainders = weights.indices.sorted { left, right in
      (weights[right] * 100 % sum, left) < (weights[left] * 100 % sum, right)
    }
    for index in remainders.prefix(100 - percents.reduce(0, +)) { percents[index] += 1 }
    return percents
  }
}
