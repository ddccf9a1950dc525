import Screen

// The circle of hashes.
//
// Every stretch of the circle is drawn in the style of the node that owns it, and ends at that
// node's letter: a key belongs to the first point clockwise. Twelve keys stand outside with their
// numbers; where there is room every key is a dot inside, and those that share a place stand in a
// row towards the middle. When nodes come and go, the stretches change hands from one end to the
// other, a dot runs along the line for each of the twelve that moves, and the counter runs with
// them. Without a circle the twelve stand in a table of remainders and fly from row to row.

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

  /// A key that is drawn by itself.
  public struct Key: Hashable, Sendable {
    public var label: String
    public var hash: UInt32
    /// The node that owns it.
    public var node: Int
    /// The node that owned it before; nil when it has not moved.
    public var from: Int?
    /// How far it has come, in thousandths.
    public var travelled: Int
    /// Whether somebody has said, and rightly, on which node it lives.
    public var isPlaced: Bool
    /// Whether the part asks for its place, so that it must not be told.
    public var isAsked: Bool

    public init(
      label: String, hash: UInt32, node: Int, from: Int? = nil, travelled: Int = 1_000,
      isPlaced: Bool = false, isAsked: Bool = false
    ) {
      self.label = label
      self.hash = hash
      self.node = node
      self.from = from
      self.travelled = travelled
      self.isPlaced = isPlaced
      self.isAsked = isAsked
    }

    /// The node that owns it as it is shown.
    var shownNode: Int { travelled < 1_000 ? from ?? node : node }
    var hasMoved: Bool { from != nil && travelled >= 1_000 }
  }

  public struct Share: Hashable, Sendable {
    public var label: String
    public var node: Int
    /// Keys that it owns, of all that are known, as it is shown.
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
  /// Points of nodes that the last change took away.
  public var ghosts: [Point] = []
  /// The keys that have labels.
  public var keys: [Key]
  /// The positions of all keys.
  public var dots: [UInt32]
  public var shares: [Share]
  var sweep: RingSweep
  /// All keys that are known.
  public var total: Int
  /// The last change of nodes, as far as it is shown; nil before one.
  public var change: ChangeOfNodes?
  /// The placement has just been changed.
  var isChanged = false

  init(
    scheme: String, vnodes: Int = 1, points: [Point], keys: [Key], dots: [UInt32] = [],
    shares: [Share], sweep: RingSweep? = nil, total: Int, change: ChangeOfNodes? = nil
  ) {
    self.scheme = scheme
    self.vnodes = vnodes
    self.points = points
    self.keys = keys
    self.dots = dots
    self.shares = shares
    self.sweep = sweep ?? RingSweep(RingOwners(points, isNearest: scheme == "nearest"))
    self.total = total
    self.change = change
  }

  public var title: StyledText {
    let style: Style = isChanged ? .focused : .heading
    guard scheme != "ring" else {
      return StyledText("ring: ", .heading)
        + StyledText("\(vnodes) point\(vnodes == 1 ? "" : "s") a node", style)
    }
    var title = StyledText("placement: ", .heading) + StyledText(scheme, style)
    if points.isEmpty {
      let members = shares.count { $0.state == .up || $0.part > 0 }
      title.append(", hash mod \(members)", .dim)
    }
    return title
  }

  public var wantedRows: Int { points.isEmpty ? 2 * shares.count + 6 : 17 }

  public func draw(on frame: inout Frame, in rect: Rect) {
    var rest = rect
    guard !points.isEmpty else {
      drawRemainders(on: &frame, in: rect)
      return
    }
    guard rect.height >= 5, rect.width >= 26 else {
      drawShares(on: &frame, in: rect)
      return
    }
    // Shares beside the circle where it leaves room for them; else they stand inside of it.
    let columns = RingGeometry.columns(rows: rect.height)
    let hasRoom = rect.width - columns >= 28
    drawCircle(on: &frame, in: rest.takeLeft(hasRoom ? columns : rect.width), isAlone: !hasRoom)
    guard hasRoom else { return }
    _ = rest.takeLeft(2)
    drawShares(on: &frame, in: rest)
  }

  func label(of node: Int) -> String {
    shares.first { $0.node == node }?.label ?? "?"
  }

  /// The style of a key: plain, for whose it is may be the question; in its node's colour and
  /// marked when it has moved or has been placed.
  func style(of key: Key) -> Style {
    key.hasMoved || key.isPlaced
      ? Style.node(key.shownNode).adding([.bold, .underline]) : .strong
  }

  /// The counter of the last change, or how many keys there are.
  func countLines(width: Int) -> [StyledText] {
    change?.lines(width: width) ?? [StyledText("\(ClockText.grouped(total)) keys", .dim)]
  }

  // MARK: shares

  private func drawShares(on frame: inout Frame, in rect: Rect) {
    var rest = rect
    let most = max(1, shares.map(\.keys).max() ?? 1)
    let rows = max(1, rect.height - (change == nil ? 1 : 2))
    for (share, percent) in zip(shares, percents).prefix(rows) where rest.height > 0 {
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
    for line in countLines(width: rest.width) where rest.height > 0 {
      frame.putLine(line, in: rest.takeTop(1))
    }
    if rest.height > 1 {
      _ = rest.takeTop(1)
      change?.drawMovers(on: &frame, in: rest)
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
