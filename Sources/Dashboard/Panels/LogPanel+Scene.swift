extension LogPanel {
  /// The log as it has been filtered.
  public init(_ scene: Scene) {
    self.init(lines: scene.log, filter: scene.filter, scroll: scene.scroll["log"] ?? 0)
  }
}
