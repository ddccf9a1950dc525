import CacheEngine

/// The patterns that a world can choose from, and the traces that can be played in it; made at the
/// edge, shared by all copies.
public struct PatternShelf: Sendable {
  public let all: [PatternFile]
  /// By name.
  public let traces: [KeyTrace]

  public init(_ files: [PatternFile], traces: [KeyTrace] = []) {
    all = files.sorted { $0.name < $1.name }
    self.traces = traces.sorted { $0.name < $1.name }
  }

  public func find(_ name: String) -> PatternFile? {
    all.first { $0.name == name }
  }

  /// The names without their guards: what `pattern` takes.
  public var families: [String] {
    all.map(\.name).filter { !$0.contains("+") }
  }

  /// The guards of a family: what `guard` takes beside `none`.
  public func guards(of family: String) -> [String] {
    all.compactMap { file in
      file.name.hasPrefix(family + "+") ? String(file.name.dropFirst(family.count + 1)) : nil
    }
  }
}

/// The pattern that runs: its file, its listing as it stands now, and its program.
public struct ActivePattern: Sendable {
  public let file: PatternFile
  public internal(set) var listing: Listing
  public internal(set) var program: Program
  /// Whether the learner has changed lines.
  public internal(set) var isEdited = false

  init(_ file: PatternFile, symbols: inout SymbolTable) throws(WorldError) {
    try self.init(file.listing, file: file, symbols: &symbols)
  }

  init(
    _ listing: Listing, file: PatternFile, symbols: inout SymbolTable
  ) throws(WorldError) {
    self.file = file
    do {
      self.listing = listing
      program = try listing.compile(symbols: &symbols)
    } catch {
      throw .listing(error)
    }
  }

  /// The name without its guard.
  public var family: String { file.patternName }

  /// The guard's name; nil without one.
  public var guardName: String? { file.guardName }

  /// The lines on screen; line 1 is the first.
  public var lines: [String] { listing.lines }
}

extension World {
  /// Chooses a pattern, without a guard.
  ///
  /// Requests in flight keep the program they started with.
  public mutating func setPattern(_ family: String) throws(WorldError) {
    guard let file = patterns.find(family), !family.contains("+") else {
      throw .unknownPattern(family, known: patterns.families)
    }
    let next = try ActivePattern(file, symbols: &symbols)
    isFlusherOn = true
    try run(next)
  }

  /// Chooses a variant of the pattern's listing; nil is none.
  ///
  /// - Parameter options: the guard's options by name, such as `ttl` and `wait`.
  public mutating func setGuard(
    _ name: String?, options: [(name: String, value: String)] = []
  ) throws(WorldError) {
    let family = pattern.family
    let full = name.map { family + "+" + $0 } ?? family
    guard let file = patterns.find(full) else {
      throw .unknownGuard(name ?? "none", pattern: family, known: patterns.guards(of: family))
    }
    var next = try ActivePattern(file, symbols: &symbols)
    next.listing.keepOptions(of: pattern.listing)
    for option in options {
      try next.change(&symbols) { listing throws(ListingError) in
        try listing.setting(option.name, to: option.value, ofGuard: true)
      }
    }
    try next.change(&symbols) { listing throws(ListingError) in listing }
    try run(next)
  }

  /// Sets an option of the pattern, such as `ttl`.
  public mutating func setPatternOption(_ name: String, to value: String) throws(WorldError) {
    var next = pattern
    try next.change(&symbols) { listing throws(ListingError) in
      try listing.setting(name, to: value, ofGuard: false)
    }
    try run(next)
  }

  /// Changes the listing; nothing changes when the new one does not compile.
  public mutating func edit(
    _ change: (Listing) throws(ListingError) -> Listing
  ) throws(WorldError) {
    var next = pattern
    try next.change(&symbols, change)
    next.isEdited = true
    try run(next)
  }

  /// Puts back the pattern's own lines; its options stay.
  public mutating func resetListing() throws(WorldError) {
    var next = try ActivePattern(pattern.file, symbols: &symbols)
    next.listing.keepOptions(of: pattern.listing)
    try next.change(&symbols) { listing throws(ListingError) in listing }
    try run(next)
  }

  /// Replaces the listing by a text of the author's: a lesson's own program.
  public mutating func setListing(_ text: String, name: String) throws(WorldError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let used = lines.reversed().drop { $0.allSatisfy { $0 == " " } }.reversed()
    let listing = Listing(name: name, lines: Array(used))
    try run(ActivePattern(listing, file: pattern.file, symbols: &symbols))
  }

  private mutating func run(_ next: ActivePattern) throws(WorldError) {
    pattern = next
    programs.append(next.program)
    startTimers()
    emit(.ruleChanged)
  }
}

extension Listing {
  /// Takes over the pattern's own options, such as the time to live, from another variant.
  fileprivate mutating func keepOptions(of other: Listing) {
    for (option, value) in zip(other.options, other.values) where !option.isGuardOption {
      if let kept = try? setting(option.name, to: value, ofGuard: false) { self = kept }
    }
  }
}

extension ActivePattern {
  fileprivate mutating func change(
    _ symbols: inout SymbolTable, _ change: (Listing) throws(ListingError) -> Listing
  ) throws(WorldError) {
    do {
      let next = try change(listing)
      program = try next.compile(symbols: &symbols)
      listing = next
    } catch {
      throw .listing(error)
    }
  }
}
