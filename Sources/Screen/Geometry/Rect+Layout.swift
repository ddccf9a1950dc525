// Layout is cutting: take a strip off one side and go on with the rest. A strip is never larger
// than what is there, so a layout for 120 columns still gives valid rectangles in 3.

extension Rect {
  /// Less `dx` columns on the left and on the right, `dy` rows at the top and at the bottom.
  public func inset(dx: Int = 0, dy: Int = 0) -> Rect {
    inset(left: dx, top: dy, right: dx, bottom: dy)
  }

  /// Less so many columns and rows on each side; what is too much leaves an empty rectangle.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = min(max(0, left), width)
    let top = min(max(0, top), height)
    return Rect(
      x: x + left, y: y + top, width: width - left - max(0, right),
      height: height - top - max(0, bottom))
  }

  /// The upper `height` rows and what is below them.
  public func split(top height: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, height), self.height)
    return (
      Rect(x: x, y: y, width: width, height: taken),
      Rect(x: x, y: y + taken, width: width, height: self.height - taken)
    )
  }

  /// The lower `height` rows and what is above them.
  public func split(bottom height: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = split(top: self.height - min(max(0, height), self.height))
    return (rest, bottom)
  }

  /// The left `width` columns and what is to the right of them.
  public func split(left width: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, width), self.width)
    return (
      Rect(x: x, y: y, width: taken, height: height),
      Rect(x: x + taken, y: y, width: self.width - taken, height: height)
    )
  }

  /// The right `width` columns and what is to the left of them.
  public func split(right width: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = split(left: self.width - min(max(0, width), self.width))
    return (rest, right)
  }

  /// Cuts `height` rows off the top and returns them.
  public mutating func takeTop(_ height: Int) -> Rect {
    let (taken, rest) = split(top: height)
    self = rest
    return taken
  }

  /// Cuts `height` rows off the bottom and returns them.
  public mutating func takeBottom(_ height: Int) -> Rect {
    let (rest, taken) = split(bottom: height)
    self = rest
    return taken
  }

  /// Cuts `width` columns off the left and returns them.
  public mutating func takeLeft(_ width: Int) -> Rect {
    let (taken, rest) = split(left: width)
    self = rest
    return taken
  }

  /// Cuts `width` columns off the right and returns them.
  public mutating func takeRight(_ width: Int) -> Rect {
    let (rest, taken) = split(right: width)
    self = rest
    return taken
  }

  /// Row `index` of it, counted from its top; empty when it has no such row.
  public func row(_ index: Int) -> Rect {
    guard index >= 0, index < height else { return Rect(x: x, y: y, width: 0, height: 0) }
    return Rect(x: x, y: y + index, width: width, height: 1)
  }

  /// A rectangle of at most `size` in the middle of it.
  public func centred(_ size: Size) -> Rect {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rect(
      x: x + (self.width - width) / 2, y: y + (self.height - height) / 2,
      width: width, height: height)
  }
}
