// A command that takes long.
//
// The world runs on the one thread there is, for some seconds if a command asks for millions of
// events. Meanwhile whoever waits is told so, and Ctrl-C is heard.

/// Watches over the command that is being done for the person who waits for it.
///
/// Unchecked, for only the thread that runs commands ever touches it.
final class LongRun: @unchecked Sendable {
  private let patience: Duration
  private let interval: Duration
  private let isInterrupted: () -> Bool
  private let tell: (_ events: Int) -> Void
  private var nextWord = ContinuousClock.now

  /// - Parameters:
  ///   - patience: after how long the person is told, and again after each `interval`.
  ///   - isInterrupted: whether the person wants it to stop.
  init(
    patience: Duration, interval: Duration, isInterrupted: @escaping () -> Bool,
    tell: @escaping (_ events: Int) -> Void
  ) {
    self.patience = patience
    self.interval = interval
    self.isInterrupted = isInterrupted
    self.tell = tell
  }

  /// A line is about to be done.
  func begin() {
    nextWord = .now + patience
  }

  /// Asked now and then while it is: whether it is to stop.
  func isStopped(after events: Int) -> Bool {
    let now = ContinuousClock.now
    if now >= nextWord {
      nextWord = now + interval
      tell(events)
    }
    return isInterrupted()
  }
}
