import Screen

extension Layout {
  /// Rows of the strip that shows what happens, in one lane.
  public static let pathRows = 3

  /// Finds everybody's place.
  ///
  /// Below the minimum there are no places at all: the screen says what it needs.
  public init(size: Size, request: LayoutRequest) {
    self.size = size
    guard size.width >= Layout.minimum.width, size.height >= Layout.minimum.height else { return }
    var rest = Rect(size)
    title = rest.takeTop(1)
    if request.hasLegend { legend = rest.takeBottom(1) }
    assistance = rest.takeBottom(1)
    prompt = rest.takeBottom(1)
    isWide = size.width >= Layout.wideWidth
    if isWide {
      placeWide(request, in: rest)
    } else {
      placeNarrow(request, in: rest)
    }
  }

  private mutating func placeWide(_ request: LayoutRequest, in area: Rect) {
    var rest = area
    rules.append(rest.takeBottom(1))
    // The body gets what it wants within limits; the log takes what is left, at least its title
    // and two rows.
    let pathHeight = request.hasPath ? 1 + request.pathRows + 1 : 0
    let wanted = 1 + (request.details.first?.rows ?? 8)
    let share = (rest.height * 2 + 1) / 3
    let bodyHeight = min(max(pathHeight + wanted, share), rest.height - 3)
    var body = rest.takeTop(bodyHeight)
    log = Layout.pane("log", rest)
    let lessonWidth = min(60, 42 + (size.width - 120) / 4)
    lesson = Layout.pane("lesson", body.takeLeft(lessonWidth))
    addSeparator(x: body.takeLeft(1).x, from: body.y, to: log.title.y)
    if request.hasPath {
      panes.append(Layout.pane("path", body.takeTop(pathHeight)))
    }
    placeDetails(request.details, in: body, until: log.title.y, stacks: true)
  }

  private mutating func placeNarrow(_ request: LayoutRequest, in area: Rect) {
    var rest = area
    let fixed = 3 + (request.hasPath ? 1 + request.pathRows : 0)
    let free = rest.height - fixed
    // At 24 rows: five for the lesson, seven for the details, one for the log.
    var details = request.details.isEmpty ? 0 : detailRows(request, free: free)
    // A question that takes the place of what happens is read as a whole before the details grow.
    if !request.hasPath {
      let wanted = request.details.prefix(2).map(\.rows).max() ?? 7
      details = max(min(details, 7), min(wanted, free - 1 - request.lessonRows))
    }
    // Fewer rows than this show nothing that can be read: the log gets them.
    let hasDetails = details >= 3
    if !hasDetails { details = 0 }
    let most = request.details.isEmpty ? free : 14
    let lessonRows = min(max(5, request.lessonRows), max(5, free - details - 1), most)
    lesson = Layout.pane("lesson", rest.takeTop(1 + lessonRows))
    if request.hasPath {
      panes.append(Layout.pane("path", rest.takeTop(1 + request.pathRows)))
    }
    if request.isLogLarge {
      log = Layout.pane("log", rest)
      return
    }
    guard hasDetails || request.details.isEmpty else {
      log = Layout.pane("log", rest)
      return
    }
    let detailArea = rest.takeTop(details + 1)
    log = Layout.pane("log", rest)
    placeDetails(request.details, in: detailArea, until: log.title.y, stacks: false)
  }

  private func detailRows(_ request: LayoutRequest, free: Int) -> Int {
    let wanted = request.details.prefix(2).map(\.rows).max() ?? 7
    let extra = max(0, free - 13)
    return min(min(7, max(0, free - 6)) + extra / 2, max(7, wanted))
  }

  /// The first panel on the left; on the right the second, or all others one above the other.
  private mutating func placeDetails(
    _ details: [LayoutRequest.Detail], in area: Rect, until bottom: Int, stacks: Bool
  ) {
    guard let first = details.first, area.height > 1 else {
      if area.height > 0 { rules.append(area.row(0)) }
      return
    }
    var rest = area
    guard details.count > 1, !first.takesWholeWidth || stacks else {
      panes.append(Layout.pane(first.panel, rest))
      return
    }
    if first.takesWholeWidth {
      let height = min(1 + first.rows, max(area.height / 2, area.height - 5))
      panes.append(Layout.pane(first.panel, rest.takeTop(height)))
      placeDetails(Array(details.dropFirst()), in: rest, until: bottom, stacks: true)
      return
    }
    // The program is what needs a width of its own: its lines, and who stands there.
    let share = area.width * 55 / 100
    let left = stacks ? max(first.panel == "listing" ? 43 : 40, share) : share + 3
    let others = stacks ? Array(details.dropFirst()) : [details[1]]
    let hasListing = others.contains { $0.panel == "listing" }
    let leftWidth = hasListing ? max(area.width * 2 / 5, min(left, area.width - 41)) : left
    panes.append(Layout.pane(first.panel, rest.takeLeft(leftWidth)))
    addSeparator(x: rest.takeLeft(1).x, from: area.y, to: bottom)
    for (detail, height) in Layout.stack(others, height: rest.height) {
      panes.append(Layout.pane(detail.panel, rest.takeTop(height)))
    }
  }

  /// As many panels as fit, each with its title row; the first ones get what they want.
  static func stack(
    _ details: [LayoutRequest.Detail], height: Int
  ) -> [(LayoutRequest.Detail, Int)] {
    var chosen: [LayoutRequest.Detail] = []
    var needed = 0
    for detail in details where chosen.isEmpty || needed + 1 + detail.fewest <= height {
      chosen.append(detail)
      needed += 1 + detail.fewest
    }
    var heights = chosen.map { 1 + min($0.fewest, max(0, height - 1)) }
    var free = height - heights.reduce(0, +)
    for index in chosen.indices {
      let more = min(max(0, chosen[index].rows - chosen[index].fewest), max(0, free))
      heights[index] += more
      free -= more
    }
    if let last = heights.indices.last { heights[last] += max(0, free) }
    return Array(zip(chosen, heights))
  }

  private static func pane(_ panel: String, _ area: Rect) -> Pane {
    let (title, body) = area.split(top: 1)
    return Pane(panel: panel, title: title, body: body)
  }

  private mutating func addSeparator(x: Int, from top: Int, to bottom: Int) {
    separators.append(Rect(x: x, y: top, width: 1, height: bottom - top + 1))
  }
}
