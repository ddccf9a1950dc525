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
    let pattern = scene.world.pattern
    var hands: [Int: String] = [:]
    for hand in scene.hands where hand.runsCurrentListing {
      if let line = hand.line { hands[line, default: ""] += Words.letter(hand.index) }
    }
    self.init(
      name: pattern.file.name, lines: pattern.lines,
      standing: ListingPanel.standing(scene), acting: scene.motion.litLines, hands: hands,
      edited: ListingPanel.edited(pattern), footer: ListingPanel.footer(scene),
      scroll: scene.scroll["listing"].flatMap { $0 > 0 ? $0 + 1 : nil })
    focusLine = scene.motion.lastLine ?? scene.focusLine
    if scene.hands.count == 2, scene.hands.allSatisfy(\.runsCurrentListing) {
      copies = scene.hands.map { ListingPanel.copy($0, scene) }
    }
  }

  /// Who is moved by hand has a letter and need not be counted.
  private static func standing(_ scene: Scene) -> [Int] {
    var standing = scene.world.standing
    for hand in scene.hands {
      if let line = hand.line, hand.runsCurrentListing, standing.indices.contains(line - 1) {
        standing[line - 1] = max(0, standing[line - 1] - 1)
      }
    }
    return standing
  }

  private static func copy(_ hand: HandTrack.Hand, _ scene: Scene) -> Copy {
    var words = (hand.isWrite ? "write " : "read ") + scene.text(hand.key)
    if hand.isWrite { words += " " + scene.text(hand.value) }
    let acts = scene.motion.requests.contains(hand.request)
    var ending: StyledText?
    switch hand.ending {
    case .failed: ending = StyledText("failed", .bad)
    default: if hand.line == nil { ending = StyledText("over", .good) }
    }
    return Copy(
      letter: Words.letter(hand.index), words: words, line: hand.line,
      acting: acts ? scene.motion.litLines : [], ending: ending)
  }

  private static func edited(_ pattern: ActivePattern) -> Set<Int> {
    guard pattern.isEdited else { return [] }
    let own = pattern.file.listing.lines
    return Set(
      pattern.lines.indices.filter { !own.contains(pattern.lines[$0]) }.map { $0 + 1 })
  }

  /// What database and cache say of the key that is moved by hand.
  private static func footer(_ scene: Scene) -> StyledText? {
    guard let key = scene.hands.first?.key, key != .none else { return nil }
    let row = scene.world.database.row(of: key).map { scene.text($0.value) }
    let cached = scene.world.entry(key).flatMap {
      $0.entry.hasExpired(at: scene.instant) ? nil : scene.text($0.entry.value)
    }
    var footer = StyledText(scene.text(key), .text)
    footer.append("   database: ", .dim)
    footer.append(row ?? "no row", .strong)
    footer.append("   cache: ", .dim)
    let agrees = cached == nil || cached == row
    footer.append(cached ?? "nothing", agrees ? .strong : .stale)
    if !agrees { footer.append("   they disagree", .stale) }
    return footer
  }
}
