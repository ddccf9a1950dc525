import Screen
import Tutor

// How misses fall as the cache grows, for the reads that somebody has just sent.
//
//   100 % │⠑⢄
//    50 % │   ⠑⠢● lru 35 %
//     0 % │     │ ⠉⠒⠒⠤⠤⠤⠤⠤⠤
//         └─────▲───────────
//         0     20    60 places
//   LRU, 2 000 reads · ○ knee at 13 places
//
// The line is what LRU would miss with so many places, of the same reads in the same order. The dot
// is what has really been missed under the policy and with the places in force: below the line the
// policy is worth places, above it costs some.

/// The miss-ratio curve of the reads so far.
public struct CurvePanel: Panel {
  /// Where a cache, or a lane, really stands.
  public struct Dot: Hashable, Sendable {
    public var name: String
    public var capacity: Int
    /// 0…1.
    public var missRatio: Double

    public init(_ name: String, capacity: Int, missRatio: Double) {
      self.name = name
      self.capacity = capacity
      self.missRatio = missRatio
    }
  }

  /// Hits of LRU by the places of the cache, from none up to as many as there are keys.
  public var hits: [Int]
  public var reads: Int
  /// Where more places begin to buy little.
  public var knee: Int?
  public var dots: [Dot]
  public var scope: String
  /// Reads beyond what can be kept: `the last`, `the first`; empty while it is the curve of all.
  public var part: String
  /// A question is open that the picture would answer.
  public var isHidden: Bool

  public init(
    hits: [Int] = [], reads: Int = 0, knee: Int? = nil, dots: [Dot] = [],
    scope: String = "since the part began", part: String = "", isHidden: Bool = false
  ) {
    self.hits = hits
    self.reads = reads
    self.knee = knee
    self.dots = dots
    self.scope = scope
    self.part = part
    self.isHidden = isHidden
  }

  public var title: StyledText {
    StyledText("misses by places", .heading) + StyledText(" " + scope, .dim)
  }

  public var wantedRows: Int { 13 }

  /// The share of reads that LRU misses with so many places.
  func missRatio(_ places: Int) -> Double {
    guard reads > 0, let most = hits.last else { return 1 }
    let count = hits.indices.contains(places) ? hits[places] : most
    return Double(reads - count) / Double(reads)
  }

  /// What is said where there is nothing to be drawn yet.
  private var words: String? {
    let keys = hits.count - 1
    if isHidden { return "stands here once the question is answered" }
    if reads == 0 { return "nobody has read anything yet" }
    if hits.last == 0 {
      return reads == 1
        ? "one read: a second look at the same key makes a curve"
        : "\(Words.count(reads)) reads, each of another key: no cache could have had one"
    }
    return keys == 1 ? "\(Words.count(reads)) reads of one key: one place is enough" : nil
  }

  public func draw(on frame: inout Frame, in rect: Rect) {
    guard let words else {
      CurveDrawing(self, in: rect).draw(on: &frame)
      return
    }
    let lines = StyledText(words, .dim).wrapped(toWidth: rect.width)
    for (row, line) in lines.prefix(rect.height).enumerated() {
      frame.putLine(line, in: rect.row(row))
    }
  }
}

extension CurvePanel: Hashable {}
