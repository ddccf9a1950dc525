import CacheEngine
import Simulation

// One rule, written `name=value`.
//
// What a lane differs in, and what `whatif` changes, is one of the system's own commands with an
// equals sign: `policy=lfu` is `policy lfu`, and `edit="6 cache.set(key, value)"` another listing.
// A few have no command of their own and are put into the words of one.

/// A rule of the system, as a comparison names it.
struct LaneRule: Hashable, Sendable {
  let name: String
  let value: String

  init(_ setting: (name: String, value: String)) {
    name = setting.name
    value = setting.value
  }

  /// As lanes are called: `policy lfu`.
  var title: String {
    switch name {
    case "nodes": "\(value) \(value == "1" ? "node" : "nodes")"
    case "workers": "\(value) \(value == "1" ? "worker" : "workers")"
    default: "\(name) \(value)"
    }
  }

  /// The commands that make the rule hold in a world.
  func commands(in world: World) -> String {
    switch name {
    case "nodes": nodeCommands(in: world)
    case "workers", "latency": "db \(name)=\(value)"
    case "timeout", "retries": "client \(name)=\(value)"
    default: "\(name) \(value)"
    }
  }

  /// The command that a sitting would have changed it with: left out when it is run again.
  var command: String {
    switch name {
    case "nodes": "node"
    case "workers", "latency": "db"
    case "timeout", "retries": "client"
    default: name
    }
  }

  /// Nodes that join or leave until there are so many.
  private func nodeCommands(in world: World) -> String {
    let members = world.nodes.filter(\.isMember).map(\.label)
    guard let wanted = Int(value) else { return "" }
    let known = world.nodes.map(\.label)
    let free = (0..<26).map { Words.letter($0) }.filter { !known.contains($0) }
    let joining = free.prefix(max(0, wanted - members.count)).map { "node add \($0)" }
    let leaving = members.suffix(max(0, members.count - wanted)).map { "node remove \($0)" }
    return (joining + leaving).joined(separator: " ; ")
  }

  /// Makes the rule hold in the tutor's stage.
  ///
  /// - Throws: a message about the rule; places inside it mean nothing in the line that was typed.
  func apply(to tutor: inout Tutor, at place: Range<Int>) throws(CommandError) {
    guard name != "nodes" || Int(value).map({ (1...26).contains($0) }) ?? false else {
      throw .lesson(UserMessage("nodes takes a whole number from 1 to 26"), at: place)
    }
    let commands = commands(in: tutor.stage.world)
    guard !commands.isEmpty else { return }
    do throws(CommandError) {
      for invocation in try CommandParser.parse(commands) {
        guard invocation.command.family == .system,
          !LanesCommand.names.contains(invocation.command.name)
        else {
          throw CommandError.lesson(
            UserMessage(
              "\(name) is no rule of the system",
              nextStep: "For example policy=lfu, capacity=12, guard=lock or nodes=4."), at: place)
        }
        _ = try invocation.command.apply(&tutor, invocation.arguments)
      }
    } catch {
      throw .lesson(error.message, at: place)
    }
  }
}
