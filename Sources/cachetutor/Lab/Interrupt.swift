import Glibc
import Synchronization

/// Ctrl-C in the middle of a long run: what is known so far is still printed.
///
/// The first Ctrl-C only raises a flag; a second one ends the program on the spot.
enum Interrupt {
  private static let flag = Atomic(false)

  static var isRaised: Bool { flag.load(ordering: .relaxed) }

  /// From now on Ctrl-C raises the flag, and a read that waits returns.
  static func listen() {
    // Whatever the handler touches is there before it runs.
    guard !isRaised else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      Interrupt.flag.store(true, ordering: .relaxed)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(SIGINT, &action, nil)
  }

  /// Ctrl-C ends the program again.
  static func stopListening() {
    signal(SIGINT, SIG_DFL)
    flag.store(false, ordering: .relaxed)
  }
}
