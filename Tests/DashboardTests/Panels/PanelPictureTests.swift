import Screen
import Testing

@testable import Dashboard

struct PanelPictureTests {
  static let listing = [
    "def read(key):", "    value = cache.get(key)", "    if value is not None:",
    "        return value", "    value = db.load(key)", "    cache.set(key, value, ttl=60s)",
    "    return value", "", "def write(key, value):", "    db.store(key, value)",
    "    cache.delete(key)",
  ]

  @Test func `people, caches, database in three rows`() {
    let path = PathPanel(
      people: .init(asked: 200, answered: 20, waiting: 180),
      nodes: [.init(label: "A", index: 0, count: 1)],
      focus: .init(node: 0, key: "page:home", state: .fresh, detail: "60 s"),
      database: .init(workers: 20, busy: 20, queue: 160))
    #expect(
      picture(path, 80, 3) == """
        ─ what happens ─────────────────────────────────────────────────────────────────
         200 people                cache A                   database, 20 at a time
          20 answered      ─────▶  ● page:home       ─────▶  ████████████████████ 20
         180 waiting                 fresh, 60 s             160 queue behind them
        """)
  }

  @Test func `what travels has its number with it`() {
    let path = PathPanel(
      people: .init(asked: 20, answered: 20), nodes: [.init(label: "A", index: 0)],
      database: .init(),
      travellers: [.init(.cache, goesRight: false, count: 20, progress: 500, style: .good)])
    let rows = picture(path, 80, 3).split(separator: "\n")
    #expect(rows[1].contains(" 20 "))
    #expect(rows[2].contains("◀──●──"))
  }

  @Test func `the listing says who stands where`() {
    let panel = ListingPanel(
      name: "cache-aside", lines: PanelPictureTests.listing, standing: [0, 0, 0, 0, 180],
      acting: [7])
    #expect(
      picture(panel, 44, 7) == """
        ─ program: cache-aside ─────────────────────
          1 def read(key):
          2     value = cache.get(key)
          3     if value is not None:
          4         return value
        ▶ 5     value = db.load(key)        180 here
          6     cache.set(key, value, ttl=60s)
        ▶ 7     return value
        """)
  }

  @Test func `a count has a column of its own where the words would cover the line`() {
    var panel = ListingPanel(
      name: "cache-aside", lines: PanelPictureTests.listing, standing: [0, 0, 0, 0, 180, 20])
    panel.lines = Array(panel.lines.prefix(7))
    #expect(
      panel.sections(Size(width: 42, height: 7), glyphs: .unicode)
        == [PanelSection(x: 36, title: StyledText("here", .queued))])
    var frame = Frame(size: Size(width: 42, height: 7))
    panel.draw(on: &frame, in: frame.bounds)
    #expect(
      frame.text == """
         1 def read(key):
         2     value = cache.get(key)
         3     if value is not None:
         4         return value
        ▶5     value = db.load(key)            180
        ▶6     cache.set(key, value, ttl=60s)   20
         7     return value
        """)
  }

  @Test(arguments: [
    ([11], 7, [5, 6, 7, 8, 9, 10, 11]), ([2], 7, [1, 2, 3, 4, 5, 6, 7]),
    ([5], 5, [1, 4, 5, 6, 7]), ([10], 3, [9, 10, 11]), ([], 2, [1, 2]), ([], 0, []),
  ])
  func `the function that acts is in view, its first line and its last too`(
    acting: [Int], height: Int, lines: [Int]
  ) {
    let panel = ListingPanel(
      name: "", lines: PanelPictureTests.listing, acting: Set(acting))
    #expect(panel.visibleLines(height: height) == lines)
  }

  @Test func `the next to leave is marked before it goes`() {
    let cache = CachePanel(nodes: [
      .init(
        label: "A", index: 0, count: 2, capacity: 2, policy: "lfu",
        rows: [
          .init(
            key: "user:7", value: "Gus", remaining: 36_000_000, lifetime: 60_000_000,
            badge: .count(3), isVictim: true),
          .init(key: "user:1", value: "Ada", badge: .count(12)),
        ])
    ])
    #expect(
      picture(cache, 50, 3) == """
        ─ cache A: 2 of 2 places, lfu ────────────────────
          leaves first ↓  value  asked  expires in
        ▶ user:7          Gus       ×3  36 s ▇▇▇··
          user:1          Ada      ×12  never
        """)
  }

  @Test func `a dead node has no memory`() {
    let cache = CachePanel(nodes: [
      .init(
        label: "A", index: 0, state: .crashed, count: 0, capacity: 8, policy: "lru", rows: [])
    ])
    #expect(
      picture(cache, 34, 2) == """
        ─ cache A: crashed ───────────────
          memory is gone

        """)
  }

  @Test func `the queue counts the writes that one row stands for`() {
    let queue = QueuePanel(
      rows: [
        .init(node: "A", key: "views:2", value: "7", state: .travelling(500)),
        .init(node: "A", key: "views:1", value: "100", writes: 100, state: .waiting(2_000_000)),
      ], limit: 20, nextFlush: 3_000_000)
    #expect(
      picture(queue, 46, 3) == """
        ─ queue 2/20, flush in 3 s ───────────────────
          key                promised  writes  since
        ▶ views:2            7             ×1  ───●──▶
        ● views:1            100         ×100  2 s
        """)
    #expect(
      picture(queue, 32, 3) == """
        ─ queue 2/20, flush in 3 s ─────
          key       value        since
        ▶ views:2   7        ×1  ───●──▶
        ● views:1   100    ×100  2 s
        """)
  }

  @Test func `a full queue says who waits`() {
    let queue = QueuePanel(rows: [], places: 20, limit: 20, blocked: 10, nextFlush: 1_000_000)
    #expect(queue.title.plain == "queue 20/20 — 10 writers wait")
  }

  @Test func `a crash leaves the names of what was promised, beside what the database says`() {
    let queue = QueuePanel(
      rows: [
        .init(
          node: "A", key: "cart:3", value: "8", writes: 2, state: .lost(isBright: false),
          stored: "1"),
        .init(
          node: "A", key: "cart:5", value: "2", state: .lost(isBright: false), stored: "1"),
      ], limit: 20)
    #expect(
      picture(queue, 50, 3) == """
        ─ queue 0/20 ─────────────────────────────────────
          key            promised  writes  since  database
        ✗ cart:3         8             ×2  lost   1
        ✗ cart:5         2             ×1  lost   1
        """)
  }

  @Test func `ASCII says the same`() {
    let path = PathPanel(
      people: .init(asked: 1, waiting: 1, question: "asks user:7"),
      nodes: [.init(label: "A", index: 0)],
      focus: .init(node: 0, key: "user:7", state: .absent), database: .init(busy: 1))
    let text = picture(path, 80, 3, glyphs: .ascii)
    let isASCII = text.unicodeScalars.allSatisfy { $0.isASCII }
    #expect(isASCII)
    #expect(text.contains("o user:7") && text.contains("  not here"))
  }
}
