/// What somebody's way through a part or a lesson has taken, beside what the author's takes.
struct WayCost {
  let commands: Int
  /// Commands of the author.
  let par: Int
  let hints: Int
  /// nil when they are not known.
  let loads: LessonScore.Loads?

  /// How near the author's way this one comes, in percent, at most 100.
  ///
  /// Commands (a hint counts as one) and loads count the same; it blocks nothing.
  var efficiency: Int {
    let typed = WayCost.share(par, of: commands + hints)
    guard let loads = knownLoads else { return typed }
    return (typed + WayCost.share(loads.author, of: loads.own)) / 2
  }

  private static func share(_ par: Int, of spent: Int) -> Int {
    spent <= par ? 100 : par * 100 / spent
  }

  /// `2 commands, 1 hint, 3 loads`.
  var own: String {
    var words = [Words.count(commands, "command")]
    if hints > 0 { words.append(Words.count(hints, "hint")) }
    if let loads = knownLoads { words.append(Words.count(loads.own, "load")) }
    return words.joined(separator: ", ")
  }

  /// `1 command, 1 load`.
  var author: String {
    var words = [Words.count(par, "command")]
    if let loads = knownLoads { words.append(Words.count(loads.author, "load")) }
    return words.joined(separator: ", ")
  }

  /// Where neither way has gone to the database loads are not spoken of.
  private var knownLoads: LessonScore.Loads? {
    loads.flatMap { $0.own > 0 || $0.author > 0 ? $0 : nil }
  }
}
