import Screen

/// One panel of the catalog: how lessons name it, what it is, how it is made.
public struct PanelRow: Sendable {
  /// As the front matter of a lesson writes it.
  public let id: String
  /// What it shows, in a few words.
  public let summary: String
  /// What it needs below its title; with less it says so.
  public let minimum: Size
  let make: @Sendable (Scene) -> any Panel

  init(
    _ id: String, _ summary: String, minimum: Size,
    make: @escaping @Sendable (Scene) -> any Panel
  ) {
    self.id = id
    self.summary = summary
    self.minimum = minimum
    self.make = make
  }

  /// Draws the panel below its title, into any rectangle.
  public func draw(_ scene: Scene, on frame: inout Frame, in rect: Rect) {
    PanelRow.draw(make(scene), minimum: minimum, on: &frame, in: rect)
  }

  static func hasRoom(_ minimum: Size, in rect: Rect) -> Bool {
    rect.width >= minimum.width && rect.height >= minimum.height
  }

  static func draw(
    _ panel: any Panel, minimum: Size, on frame: inout Frame, in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    guard hasRoom(minimum, in: rect) else {
      frame.tooSmall(needs: minimum, in: rect)
      return
    }
    panel.draw(on: &frame, in: rect)
  }
}
