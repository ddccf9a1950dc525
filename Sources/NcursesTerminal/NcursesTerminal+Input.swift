import CNcurses
import Glibc
import Screen

extension NcursesTerminal {
  /// The next input; nil when none has come for `timeoutMilliseconds`, nil waits for ever.
  ///
  /// Call it with 0 until it returns nil to drain what is there. After a hang-up it reports
  /// nothing else. Ctrl-L and Ctrl-Z are done here: the first repaints, the second suspends and
  /// is reported as `.requested(.resumed)` later.
  public func nextInput(timeoutMilliseconds: Int?) -> Input? {
    let end = timeoutMilliseconds.map { ContinuousClock.now + .milliseconds($0) }
    while true {
      drainSignals(handling: .all)
      if !ready.isEmpty { return ready.removeFirst() }
      if isGone { return .requested(.hangUp) }
      switch readAll() {
      case .input(let input): return input
      case .code: continue
      case .none: break
      }
      // A half-understood input is given up after its own time.
      let patience = decoder.isWaiting ? ContinuousClock.now + decoder.patience : nil
      if waitForInput(until: [end, patience].compactMap { $0 }.min()) { continue }
      if let patience, ContinuousClock.now >= patience, case .input(let late) = decoder.giveUp() {
        return late
      }
      if let end, ContinuousClock.now >= end { return nil }
    }
  }

  /// Whether what is being done is to stop, because of Ctrl-C or because the program is to end.
  ///
  /// Does not wait. What was typed before Ctrl-C is forgotten with it, as by a shell; everything
  /// else that has come is handed out by `nextInput` later.
  public func isInterrupted() -> Bool {
    drainSignals(handling: .all)
    reading: while !isGone {
      switch readAll() {
      case .input(let input): ready.append(input)
      case .code: continue
      case .none: break reading
      }
    }
    guard let last = ready.lastIndex(where: \.isInterrupt) else {
      return isGone || ready.contains(where: \.isEnd)
    }
    ready = ready[..<last].filter { !$0.isTyped } + ready[(last + 1)...]
    return true
  }

  enum Reading {
    case input(Input)
    /// Something came, but it is no input, or not yet.
    case code
    case none
  }

  /// Reads codes until they make an input.
  func readAll() -> Reading {
    var hasRead = false
    while let code = readCode() {
      hasRead = true
      switch decoder.take(code) {
      case .nothing: continue
      case .report(let parameters, let final): reports.take(parameters, final: final)
      case .command(let text):
        if reports.asksBackground, let isLight = TerminalBackground.isLight(answer: text) {
          return .input(.background(isLight: isLight))
        }
      case .input(let input): if let input = handled(input) { return .input(input) }
      }
    }
    if decoder.isWaiting, decoder.patience == .zero, case .input(let input) = decoder.giveUp() {
      return .input(input)
    }
    return hasRead ? .code : .none
  }

  private func readCode() -> InputCode? {
    var code: UInt32 = 0
    switch Int(cnc_read(&code)) {
    case cnc_character: return .character(code)
    case cnc_function: return .function(Int32(bitPattern: code))
    case cnc_gone:
      isGone = true
      return nil
    default: return nil
    }
  }

  /// Does what the driver does itself; nil when that is all.
  private func handled(_ input: Input) -> Input? {
    switch input {
    case .control("l"):
      repaint()
      return nil
    case .control("z"):
      suspend()
      return ready.isEmpty ? nil : ready.removeFirst()
    default:
      return input
    }
  }

  /// Waits for the keyboard or a signal; false when `end` came first.
  func waitForInput(until end: ContinuousClock.Instant?) -> Bool {
    var timeout: Int32 = -1
    if let end {
      let left = (end - ContinuousClock.now) / .milliseconds(1)
      timeout = Int32(min(max(0, left.rounded(.up)), 1_000_000))
    }
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&descriptors, 2, timeout)
    // Interrupted by a signal: the pipe says which.
    guard count != 0 else { return false }
    if count > 0, descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      isGone = true
    }
    return true
  }

  func pause(milliseconds: Int32) {
    _ = poll(nil, 0, milliseconds)
  }

  enum Handling {
    case all
    /// While the screen is not ours: only what ends the program counts.
    case endsOnly
  }

  /// Turns the signals that have arrived into input; many changes of size are one.
  func drainSignals(handling: Handling) {
    var bytes = [UInt8](repeating: 0, count: 64)
    var numbers: Set<Int32> = []
    while true {
      let count = read(signals, &bytes, bytes.count)
      guard count > 0 else { break }
      numbers.formUnion(bytes.prefix(count).map(Int32.init))
    }
    guard !numbers.isEmpty else { return }
    cnc_signals_taken()
    if numbers.contains(SIGHUP) { ready.append(.requested(.hangUp)) }
    if numbers.contains(SIGTERM) { ready.append(.requested(.terminate)) }
    if numbers.contains(SIGQUIT) { ready.append(.requested(.quit)) }
    if numbers.contains(SIGINT) { ready.append(.requested(.interrupt)) }
    guard handling == .all, isActive, !ready.contains(where: \.isEnd) else { return }
    if numbers.contains(SIGTSTP) {
      suspend()
    } else if numbers.contains(SIGCONT) {
      // Stopped in a way that nobody can notice: the shell has changed the terminal meanwhile.
      comeBack(stopping: false)
    }
    if numbers.contains(SIGWINCH), applySize() { ready.append(.resized(size)) }
  }
}

extension Input {
  fileprivate var isInterrupt: Bool { self == .control("c") || self == .requested(.interrupt) }

  fileprivate var isTyped: Bool {
    switch self {
    case .key, .paste: true
    default: false
    }
  }

  /// Whether the system asks the program to end.
  var isEnd: Bool {
    if case .requested(let request) = self { request.signalNumber != nil } else { false }
  }
}
