import CacheEngine
import Simulation

/// Why the last thing of a kind happened, or what became of a request.
struct WhyEvent {
  let lines: [String]

  /// - Parameter text: the word of a kind of event, as `log` takes it, or the number of a request.
  init?(_ text: String, in tutor: Tutor, lane: Int) {
    let stage = tutor.stage.lanes[lane]
    if let number = RequestID(text), number > 0 {
      guard let lines = WhyEvent.request(number, in: tutor, stage, lane) else { return nil }
      self.lines = lines
      return
    }
    let wanted = text.lowercased()
    guard let kind = EventKind.allCases.first(where: { $0.word.lowercased() == wanted }) else {
      return nil
    }
    guard let index = stage.log.lastIndex(where: { $0.kind == kind }) else {
      lines = ["nothing of the kind has happened"]
      return
    }
    let event = stage.log[index]
    let clock = Words.clock(event.tick.ticks(since: stage.world.epoch))
    let caption = Narrator.captions(of: [event], in: stage.world).first?.text
    let head = "at \(clock): \(caption ?? kind.word)"
    if kind == .evicted {
      lines = [head] + WhyEvent.victims(stage, tutor, lane)
    } else if event.key != .none {
      let key = stage.world.symbols.bytes(of: event.key)
      let more = Why.lines(of: key, in: tutor, lane: lane)
      lines = [head] + more.filter { $0 != head }
    } else {
      lines = [head]
    }
  }

  /// Who would have left at that place under the other policies.
  private static func victims(_ stage: Stage, _ tutor: Tutor, _ lane: Int) -> [String] {
    let rerun = PartRerun(of: tutor, lane: lane)
    guard rerun.isCheap else { return [] }
    let number = stage.log.count { $0.kind == .evicted }
    func victim(_ change: @escaping (inout World) -> Void) -> String? {
      var count = 0
      var name: String?
      rerun.run(changing: change, leavingOut: "policy") { events, world in
        for event in events where event.kind == .evicted {
          count += 1
          if count == number {
            name = world.text(event.key)
            return true
          }
        }
        return false
      }
      return name
    }
    let actual = stage.log.last { $0.kind == .evicted }.map { stage.world.text($0.key) }
    var outcomes: [(policy: String, text: String)] = []
    for policy in rerun.rivals(of: stage.world.policy) {
      guard let name = victim({ try? $0.setPolicy(policy) }), name != actual else { continue }
      outcomes.append((policy, name))
    }
    let parts = Words.grouped(outcomes)
    guard !parts.isEmpty else { return [] }
    return ["in its place would have left " + Words.list(parts)]
  }

  /// What a request met, and what would have changed it.
  private static func request(
    _ number: RequestID, in tutor: Tutor, _ stage: Stage, _ lane: Int
  ) -> [String]? {
    let events = stage.log.filter { $0.request == number }
    guard let first = events.first else { return nil }
    let captions = Narrator.captions(of: events, in: stage.world)
    let lines = captions.map { $0.line(in: stage.world) }
    guard first.key != .none else { return lines }
    let key = stage.world.symbols.bytes(of: first.key)
    // What is told of the key is about its latest look: only then is it this request's.
    let history = KeyHistory(key, in: stage)
    guard history.look?.request == number else { return lines }
    return lines + Counterfactual(history, in: tutor, lane: lane).sentences
  }
}
