// One line of text being edited, as a value: no screen and no terminal. Keys are those of every
// shell, because that is what fingers know. Positions count grapheme clusters, so that the cursor
// never stands inside of a character, whatever scalars it is made of.

/// The line at the prompt: text, cursor, what was cut, what was entered before.
public struct LineEditor: Hashable, Sendable {
  /// The longest text, in grapheme clusters; what would be more is not inserted.
  public static let limit = 4_096

  public internal(set) var text = ""
  /// Grapheme clusters before the cursor.
  public internal(set) var cursor = 0
  public internal(set) var history: History
  /// The search through the history while it is going on.
  public internal(set) var search: ReverseSearch?

  var killRing = KillRing()
  /// The entry of the history that is shown, and the text that was there before.
  var visit: HistoryVisit?
  /// What the last key did, where the next one depends on it.
  var lastAction: Action = .other

  public init(history: History = History()) {
    self.history = history
  }

  public var isEmpty: Bool { text.isEmpty }
  public var isCursorAtEnd: Bool { cursor == text.count }

  /// The text before the cursor.
  public var textBeforeCursor: String { String(text.prefix(cursor)) }

  /// Replaces everything; the cursor goes to the end.
  public mutating func setText(_ newText: String) {
    text = String(newText.prefix(Self.limit))
    cursor = text.count
  }

  /// Empties the line, without entering it.
  public mutating func clear() {
    setText("")
    visit = nil
    search = nil
  }

  /// Inserts at the cursor; control characters are left out.
  public mutating func insert(_ newText: String) {
    replace(cursor..<cursor, with: newText)
  }

  /// Replaces the grapheme clusters in `range`; the cursor goes behind what is new.
  public mutating func replace(_ range: Range<Int>, with newText: String) {
    let count = text.count
    let lower = min(max(0, range.lowerBound), count)
    let upper = min(max(lower, range.upperBound), count)
    let room = Self.limit - (count - (upper - lower))
    let scalars = newText.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let inserted = String(String(String.UnicodeScalarView(scalars)).prefix(max(0, room)))
    // A combining mark may join the character before it, so positions are counted afterwards.
    let head = String(text.prefix(lower)) + inserted
    let tail = String(text.dropFirst(upper))
    text = head + tail
    cursor = min(head.count, text.count)
  }

  enum Action: Hashable, Sendable {
    case other, cut
    /// The clusters that a yank inserted.
    case yanked(Range<Int>)
  }

  struct HistoryVisit: Hashable, Sendable {
    var index: Int
    var draft: String
  }
}
