import CacheEngine
import Screen
import Simulation
import Tutor

extension ListingPanel {
  /// The listing that runs, and who stands where.
  public init(_ scene: Scene) {
    if let sorting = scene.sorting {
      self.init(name: "", lines: sorting)
      isSorting = true
      return
    }
    let world = scene.world
    let pattern = world.pattern
    let requests = world.handHeld.isEmpty ? [] : world.runningRequests
    var hands: [Int: String] = [:]
    for request in requests where request.runsCurrentListing {
      if let hand = request.hand { hands[request.line, default: ""] += Words.letter(hand) }
    }
    self.init(
      name: pattern.file.name, lines: pattern.lines, standing: world.standing,
      acting: scene.motion.lines, hands: hands, edited: ListingPanel.edited(pattern),
      footer: ListingPanel.footer(scene, requests),
      scroll: scene.scroll["listing"].flatMap { $0 > 0 ? $0 + 1 : nil })
    focusLine = scene.motion.lastLine ?? scene.focusLine
  }

  private static func edited(_ pattern: ActivePattern) -> Set<Int> {
    guard pattern.isEdited else { return [] }
    let own = pattern.file.listing.lines
    return Set(
      pattern.lines.indices.filter { !own.contains(pattern.lines[$0]) }.map { $0 + 1 })
  }

  /// What database and cache say of the key that is moved by hand.
  private static func footer(_ scene: Scene, _ requests: [RequestView]) -> StyledText? {
    guard let key = requests.first(where: { $0.hand != nil })?.key, key != .none else {
      return nil
    }
    let row = scene.world.database.row(of: key).map { scene.text($0.value) }
    let cached = scene.world.entry(key).flatMap {
      $0.entry.hasExpired(at: scene.instant) ? nil : scene.text($0.entry.value)
    }
    var footer = StyledText("database ", .dim)
    footer.append(row ?? "no row", .strong)
    footer.append("   cache ", .dim)
    let agrees = cached == nil || cached == row
    footer.append(cached ?? "nothing", agrees ? .strong : .stale)
    if !agrees { footer.append("  they disagree", .stale) }
    return footer
  }
}
