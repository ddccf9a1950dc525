import Screen

/// What a change of nodes has moved so far, beside what would have been fair.
public struct ChangeOfNodes: Hashable, Sendable {
  /// A key that changed hands, and why.
  public struct Mover: Hashable, Sendable {
    public var label: String
    public var from: String
    public var to: String
    public var reason: String

    public init(label: String, from: String, to: String, reason: String) {
      self.label = label
      self.from = from
      self.to = to
      self.reason = reason
    }
  }

  /// Keys that have arrived, as it is shown.
  public var moved: Int
  /// All keys.
  public var total: Int
  /// How many a fair rule would have moved; nil when no node came or went.
  public var fair: Int?
  /// How many the remainder would have moved; nil when that is no comparison.
  public var modulo: Int?
  /// The first of those who move.
  public var movers: [Mover]
  /// How many there are in all.
  public var count: Int

  public init(
    moved: Int, total: Int, fair: Int? = nil, modulo: Int? = nil, movers: [Mover] = [],
    count: Int? = nil
  ) {
    self.moved = moved
    self.total = total
    self.fair = fair
    self.modulo = modulo
    self.movers = movers
    self.count = count ?? moved
  }

  /// The counter, and what it is to be compared with, in lines of so many columns.
  func lines(width: Int) -> [StyledText] {
    let whole = "\(ClockText.grouped(moved)) of \(ClockText.grouped(total)) moved"
    let counter = whole.count <= width ? whole : "\(ClockText.grouped(moved)) moved"
    guard let fair else { return [StyledText(counter, .moved)] }
    let parts =
      ["fair: \(ClockText.grouped(fair))"]
      + (modulo.map { ["modulo \(ClockText.grouped($0))"] } ?? [])
    let isShort = parts.joined(separator: ", ").count <= width
    let rest = isShort ? [parts.joined(separator: ", ")] : parts
    return [StyledText(counter, .moved)] + rest.map { StyledText($0, .dim) }
  }

  /// Who moves, one a line; the last line says how many more there are.
  func drawMovers(on frame: inout Frame, in rect: Rect) {
    guard rect.height > 1, !movers.isEmpty else { return }
    var rest = rect
    let fits = rect.height >= count ? count : rect.height - 1
    let width = movers.prefix(fits).map(\.label.displayWidth).max() ?? 0
    for mover in movers.prefix(fits) where rest.height > 0 {
      var line = StyledText(mover.label.padded(toWidth: width), .strong)
      line.append(" \(mover.from) \(frame.glyphs.rightArrow) \(mover.to)", .moved)
      line.append("  \(mover.reason)", .dim)
      frame.putLine(line, in: rest.takeTop(1))
    }
    let shown = min(fits, movers.count)
    if count > shown {
      let words = "and \(ClockText.grouped(count - shown)) more: show movers"
      frame.putLine(StyledText(words, .dim), in: rest.takeTop(1))
    }
  }
}
