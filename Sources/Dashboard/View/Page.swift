import Screen

// Most of what a page says is read, not watched: a number that changed thirty times a second would
// be a flicker. What is watched are the dots on their way. So between two whole pages only they
// move, and the clock; the rest of the page stays as it was drawn.

/// A page on the screen, and what it takes to let its dots move on.
public struct Page: Sendable {
  public private(set) var frame: Frame
  /// Where things stand, the page with nothing but its lines, and the strip in which dots travel;
  /// nil where nothing has room.
  private var ground: (layout: Layout, lines: Frame, path: PathPanel?)?
  /// Frames since the whole page was drawn.
  private var age = 0

  /// So many frames in a row show only motion: what is read is at most an eighth of a second old, a
  /// quarter where there are lanes, for they have most to draw and their numbers most to compare.
  static func motionFrames(_ model: Model) -> Int {
    model.tutor.stage.rivals.isEmpty ? 2 : 5
  }

  /// The whole page, drawn anew.
  public init(_ model: Model, size: Size) {
    if model.size == size {
      self.init(model)
    } else {
      var model = model
      model.size = size
      model.settleCurve()
      self.init(model)
    }
  }

  private init(_ model: Model) {
    frame = Frame(size: model.size, glyphs: model.settings.glyphs)
    guard !model.isTooSmall else {
      TooSmall.draw(model.size, on: &frame)
      return
    }
    let view = PageView(model)
    view.drawLines(on: &frame)
    ground = (view.layout, frame, view.path)
    view.draw(on: &frame)
  }

  /// The page a frame later, when nothing but time has gone by: whole, unless all that is new since
  /// the last one are dots and the clock, or events that come faster than they can be read, and
  /// nothing lies over them.
  public mutating func goOn(_ model: Model, size: Size) {
    guard let ground, age < Page.motionFrames(model), model.isMoving, model.overlay == nil,
      size == frame.size, model.hasRunningTraffic || !model.hasNews
    else {
      self = Page(model, size: size)
      return
    }
    age += 1
    frame.copy(ground.layout.title, from: ground.lines)
    TitleLine(model).draw(on: &frame, in: ground.layout.title)
    guard let pane = ground.layout.pane("path"), var path = ground.path,
      let row = PanelCatalog.find("path")
    else { return }
    path.move(model.motion)
    let place = ground.layout.inner(of: pane)
    let hasRoom = PanelRow.hasRoom(row.minimum, in: place)
    if hasRoom, path.drawTravellers(on: &frame, in: place) { return }
    frame.copy(pane.body, from: ground.lines)
    PanelRow.draw(path, minimum: row.minimum, on: &frame, in: place)
  }
}
