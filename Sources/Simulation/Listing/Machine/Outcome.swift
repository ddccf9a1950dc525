/// Why a machine has stopped, and what it wants.
public enum Outcome: Hashable, Sendable {
  /// The line asks the world. The arguments are `Machine.argument(0)` and on, in the order of the
  /// call's parameters, defaults filled in, their kinds checked. Answer with `resume(with:)` or
  /// `raise(_:)`, then run on.
  case call(Call)
  /// Start a request of its own at this function; `Machine.reset(_:spawnedBy:function:)` takes
  /// the arguments over. Then run on; there is nothing to answer.
  case spawn(function: Int)
  /// The request is over and answers this value. A list belongs to the machine.
  case finished(Value)
  /// The request is over: nothing caught this.
  case failed(Exception)
  /// The request is over: it went beyond a limit. No `finally` runs.
  case limit(ListingLimit)
  /// `stepLine` reached another line.
  case paused
}
