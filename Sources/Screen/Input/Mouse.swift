/// What the mouse did, and in which cell.
public struct Mouse: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case pressed, released, dragged, wheelUp, wheelDown
  }

  public enum Button: Hashable, Sendable {
    case left, middle, right
  }

  public var kind: Kind
  /// The wheel has none: it says left.
  public var button: Button
  public var position: Point
  public var modifiers: Modifiers

  public init(
    _ kind: Kind, at position: Point, button: Button = .left, modifiers: Modifiers = []
  ) {
    self.kind = kind
    self.button = button
    self.position = position
    self.modifiers = modifiers
  }
}
