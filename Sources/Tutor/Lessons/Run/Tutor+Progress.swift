extension Tutor {
  /// Takes over what was learnt in earlier sittings.
  public mutating func take(_ earlier: Progress) {
    var merged = earlier
    merged.merge(progress)
    progress = merged
  }
}
