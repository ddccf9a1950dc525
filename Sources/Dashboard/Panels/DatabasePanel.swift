import Screen

/// The database: its workers, its queue, and how the queue has been.
public struct DatabasePanel: Panel {
  public var workers: Int
  public var busy: Int
  public var queue: Int
  public var isUp: Bool
  /// Microseconds of one query.
  public var work: Int64
  public var rows: Int
  public var loads: Int
  public var stores: Int
  /// Queries that were finished although nobody waited.
  public var wasted: Int
  /// The queue's length over the last stretch, oldest first.
  public var queueHistory: [Int]
  /// Its rules have just been changed.
  var isChanged = false

  public init(
    workers: Int, busy: Int = 0, queue: Int = 0, isUp: Bool = true, work: Int64 = 100_000,
    rows: Int = 0, loads: Int = 0, stores: Int = 0, wasted: Int = 0, queueHistory: [Int] = []
  ) {
    self.workers = workers
    self.busy = busy
    self.queue = queue
    self.isUp = isUp
    self.work = work
    self.rows = rows
    self.loads = loads
    self.stores = stores
    self.wasted = wasted
    self.queueHistory = queueHistory
  }

  public var title: StyledText {
    var title = StyledText("database: ", .heading)
    if isUp {
      title.append("\(ClockText.grouped(rows)) \(rows == 1 ? "row" : "rows")", .heading)
      title.append(", ", isChanged ? .heading : .dim)
      title.append("\(ClockText.duration(work)) each", isChanged ? .focused : .dim)
    } else {
      title.append("away", .bad)
    }
    return title
  }

  public var wantedRows: Int { 5 }

  public func draw(on frame: inout Frame, in rect: Rect) {
    let label = 9
    func line(_ row: Int, _ name: String) -> Rect {
      var place = rect.row(row)
      frame.putLine(StyledText(name, .dim), in: place.takeLeft(label))
      return place
    }
    var place = line(0, "workers")
    let number = "\(busy) of \(workers)"
    frame.putLine(
      StyledText(number, isChanged ? .focused : busy > 0 ? .strong : .dim),
      in: place.takeRight(number.count),
      alignment: .right)
    _ = place.takeRight(1)
    if workers <= place.width {
      for index in 0..<workers {
        let isBusy = index < busy
        frame.set(
          Cell(
            isBusy ? frame.glyphs.fullBlock : frame.glyphs.emptyBlock,
            style: isBusy ? .bar : .barEmpty),
          at: place.origin.moved(dx: index))
      }
    } else {
      frame.gauge(busy, of: workers, in: place, empty: frame.glyphs.emptyBlock)
    }
    place = line(1, "queue")
    frame.putLine(StyledText("\(queue)", queue > 0 ? .queued : .dim), in: place)
    place = line(2, "loads")
    var counts = StyledText("\(ClockText.grouped(loads))", .strong)
    if wasted > 0 { counts.append(", \(ClockText.grouped(wasted)) for nobody", .bad) }
    frame.putLine(counts, in: place)
    place = line(3, "stores")
    frame.putLine(StyledText("\(ClockText.grouped(stores))", .strong), in: place)
    guard rect.height > 4, queueHistory.contains(where: { $0 > 0 }) else { return }
    let chart = rect.inset(top: 4).split(top: 3).top
    frame.putLine(StyledText("queued", .dim), in: chart.row(0).split(left: label).left)
    frame.sparkline(queueHistory, in: chart.inset(left: label), style: .queued)
  }
}
