import Simulation

extension CommandError {
  /// What the world had to say; nil for every other error.
  var worldMessage: UserMessage? {
    switch self {
    case .world(let error, _): error.message
    case .nodeDown(let label, let state, _):
      UserMessage(
        state == .crashed
          ? "Node \(label) is dead: connection refused" : "Node \(label) cannot be reached",
        detail: state == .crashed ? "Its memory is gone." : "Its memory is as it was.",
        nextStep: "revive \(label) brings it back.")
    case .keysOnSeveralNodes(let verb, let nodes, _):
      UserMessage(
        "The keys of \(verb) live on several nodes: \(nodes.joined(separator: ", "))",
        detail: "No node can do all or nothing for another one.",
        nextStep: "Send one \(verb) for the keys of each node.")
    case .notCached(let key, let suggestion, _):
      UserMessage(
        "\(key) is in no cache",
        nextStep: suggestion.map { "Did you mean \($0)?" } ?? "show cache lists what is there.")
    case .noRow(let key, let suggestion, _):
      UserMessage(
        "The database has no row \(key)",
        nextStep: suggestion.map { "Did you mean \($0)?" } ?? "rows \(key)=VALUE makes one.")
    case .nothingOnTheLine(let line, let lines, _):
      UserMessage(
        "The listing has no line \(line)", detail: "Its lines are 1 to \(lines).",
        nextStep: "show listing shows them.")
    case .noSuchRequest(let name, _):
      UserMessage(
        "No request \(name) is running",
        nextStep: "begin read user:1 starts one that waits for you; & leaves one running.")
    case .noTraffic:
      UserMessage("No traffic is running", nextStep: "traffic start starts some.")
    case .noSetting(let name, let pattern, let known, _):
      UserMessage(
        "The pattern \(pattern) has no \(name)",
        detail: known.isEmpty
          ? "It has nothing to set." : "It has: " + known.joined(separator: ", "),
        nextStep: "show listing shows its lines; edit changes any of them.")
    case .tooManyEvents(let limit):
      UserMessage(
        "Stopped after \(Words.count(limit)) events: nothing has changed",
        detail: "What the command waits for may never come, or there is too much traffic.",
        nextStep: "tick 10s runs a stretch of time; traffic stop ends the traffic.")
    case .nothingHappens:
      UserMessage(
        "What the command waits for does not come: nothing has changed",
        detail: "Nothing is in flight, or what is waits for something that never ends.",
        nextStep: "tick 10s runs a stretch of time, whatever happens in it.")
    case .waitedInVain(let microseconds):
      UserMessage(
        "\(Words.duration(microseconds)) have gone by in vain, and were taken back",
        detail: "What the command waits for does not come while the world is as it is.",
        nextStep: "tick 10s runs a stretch of time; traffic stop ends the traffic.")
    case .stopped:
      UserMessage(
        "Stopped: nothing has changed", detail: "What had been done of the command was taken back.",
        nextStep: "tick 10s runs a stretch of time; & at its end leaves a command running.")
    default: nil
    }
  }
}

extension WorldError {
  /// What the world cannot do, in words.
  public var message: UserMessage {
    switch self {
    case .unknownPattern(let name, let known):
      WorldError.unknown("pattern", name, known)
    case .unknownGuard(let name, let pattern, let known):
      UserMessage(
        "The pattern \(pattern) has no guard \(name)",
        detail: "It has: " + (known + ["none"]).joined(separator: ", "),
        nextStep: WorldError.meant(name, known))
    case .unknownNode(let label, let known): WorldError.unknown("node", label, known)
    case .unknownPolicy(let name, let known): WorldError.unknown("policy", name, known)
    case .unknownPlacement(let name, let known): WorldError.unknown("placement", name, known)
    case .nodeExists(let label):
      UserMessage("There is a node \(label) already", nextStep: "Choose another letter.")
    case .nodeIsUp(let label):
      UserMessage("Node \(label) is alive already", nextStep: "show nodes tells how each one is.")
    case .lastNode(let label):
      UserMessage(
        "\(label) is the last node", detail: "Keys have to live somewhere.",
        nextStep: "crash \(label) kills it and leaves it its keys.")
    case .tooManyNodes(let limit):
      UserMessage("There are \(limit) nodes already, which is the limit")
    case .tooManyByHand(let limit):
      UserMessage(
        "\(limit) requests are held already, which is the limit",
        nextStep: "finish all lets them go.")
    case .tooManyRequests(let limit):
      UserMessage("More than \(Words.count(limit)) requests would run at once")
    case .notHeld(let index, let held):
      WorldError.notHeld(index, held)
    case .nobodyHoldsALock:
      UserMessage(
        "Nobody holds a lock",
        nextStep: "until lock runs the world until somebody takes one.")
    case .listing(let error):
      UserMessage(
        "Line \(error.line), column \(error.column): " + error.problem.headline.withoutFullStop,
        detail: "The listing stays as it was.", nextStep: error.problem.fix)
    }
  }

  private static func unknown(_ kind: String, _ name: String, _ known: [String]) -> UserMessage {
    UserMessage(
      "There is no \(kind) \(name)",
      detail: known.isEmpty ? nil : "There are: " + known.joined(separator: ", "),
      nextStep: meant(name, known))
  }

  private static func meant(_ name: String, _ known: [String]) -> String? {
    NearestWord.suggestion(for: name, among: known).map { "Did you mean \($0)?" }
  }

  private static func notHeld(_ index: Int, _ held: [Int]) -> UserMessage {
    let letters = held.map { Words.letter($0) }
    return UserMessage(
      "No request \(Words.letter(index)) waits for you",
      detail: letters.isEmpty
        ? "Nobody is moved by hand." : "These do: " + letters.joined(separator: ", "),
      nextStep: letters.isEmpty ? "begin read user:1 starts one." : nil)
  }
}

extension String {
  /// Headlines end without one.
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
