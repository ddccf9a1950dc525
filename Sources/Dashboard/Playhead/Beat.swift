import CacheEngine
import Simulation

/// What the screen shows as one thing: everything that happened at one tick, or a line's beginning.
public struct Beat: Hashable, Sendable {
  /// The world's clock afterwards.
  public var tick: Tick
  public var events: [Event]
  /// What happened in the other lanes, one list for each.
  public var rivals: [[Event]] = []
  /// Lines of the listing, from 1, that acted.
  public var lines: Set<Int>
  /// Idle time that was jumped over, in microseconds.
  public var skipped: Int64 = 0
  /// The command that began with it.
  public var begins: String?
  /// The command that ended with it.
  public var ends: String?
  /// The place of that command among the lines of the timeline.
  var endsMoment: Int?
  /// How many events had been shown before it.
  var before = 0

  /// Rules that are no longer as they were.
  var changes: Set<ShownRules.Rule> = []

  /// Whether somebody moves requests by hand: what acted stays lit until they go on.
  var isByHand = false

  /// Whether anything happened, in whichever lane.
  var isEventful: Bool { !events.isEmpty || rivals.contains { !$0.isEmpty } }
}
