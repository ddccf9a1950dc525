import Screen
import Tutor

extension Model {
  /// Runs a line as if it had been typed.
  mutating func run(_ text: String, isTyped: Bool = true) -> [Effect] {
    let line = text.trimmingBlanks
    notice = nil
    completing = nil
    choice = nil
    choiceLetter = nil
    isCommandForced = false
    scroll["lesson"] = nil
    guard !line.isEmpty else { return [] }
    let invocations: [Invocation]
    do {
      invocations = try CommandParser.parse(line)
    } catch {
      refuse(line, error, isTyped: isTyped)
      return []
    }
    guard !invocations.isEmpty else { return [] }
    let unread = tutor.unreadTraces(in: invocations)
    if !unread.isEmpty { return [.readTraces(unread, line: line, isTyped: isTyped)] }
    var effects: [Effect] = []
    if invocations.contains(where: { $0.command.isUndoable }) {
      guard catchUp() else {
        if isTyped { prompt.setText(line) }
        return []
      }
    }
    effects += execute(line, isTyped: isTyped)
    if isTyped { effects.append(.remember(line)) }
    return effects
  }

  /// Makes what is shown and what is live the same: a command goes on from what is seen.
  ///
  /// Somebody who went back goes on from there; somebody who types ahead sees the end first.
  private mutating func catchUp() -> Bool {
    guard playhead.isBehind(tutor) else { return true }
    guard playhead.state == .stopped else {
      absorb(playhead.finish(tutor, isStopped: isStopped), .jumping)
      notice = nil
      return !playhead.isBehind(tutor)
    }
    let position = SessionPosition(of: playhead.shown.world)
    let (_, error) = tutor.execute("rewind @\(position.text)")
    // Lines that were given at this very position, and have not been shown, are still to come.
    while error == nil, tutor.timeline.moments.count > playhead.moments,
      tutor.execute("undo").error == nil
    {}
    log.forget(after: playhead.eventCount)
    playhead.follow(tutor)
    if playhead.isPlaying { _ = playhead.finish(tutor) }
    guard let error else { return true }
    notice = Notice(error)
    return false
  }

  private mutating func execute(_ line: String, isTyped: Bool) -> [Effect] {
    let before = tutor.progress
    let place = tutor.run.map { ($0.lesson.id, $0.stepIndex) }
    let wasSolved = tutor.run?.isSolved == true
    let detour = tutor.run.flatMap { $0.lesson.isDetour ? $0.lesson : nil }
    let generation = tutor.timeline.generation
    let moments = tutor.timeline.moments.count
    var done: [Execution] = []
    let error = tutor.take(line, isStopped: isStopped) { execution, _ in done.append(execution) }
    if tutor.timeline.generation != generation {
      log.clear()
      motion.restart()
      scroll = [:]
      turned = 0
      showsLanes = false
      shownPanel = nil
    }
    // A fresh world by itself is nobody's experiment.
    if done.count == 1, done[0].invocation.command.name == "reset sandbox" {
      tutor.leaveExperiment()
    }
    var said = StyledText("\(settings.glyphs.prompt) ", .prompt)
    said.append(line, .strong)
    if tutor.timeline.generation == generation {
      if tutor.timeline.moments.count < moments {
        playhead.follow(tutor)
        log.forget(after: playhead.eventCount)
      }
      note(said, clock: playhead.clock)
    }
    playhead.follow(tutor)
    if playhead.isPlaying { absorb(playhead.playInstantly(tutor)) }
    var effects: [Effect] = []
    if done.contains(where: { $0.invocation.command.name == "traffic start" }) {
      isTrafficHeld = false
    }
    for execution in done { present(execution.invocation) }
    var moment = moments - 1
    for execution in done {
      if execution.invocation.command.isUndoable { moment += 1 }
      // Where a new part begins its title says so.
      let isNewPart = tutor.timeline.generation != generation
      if isNewPart, case .text = execution.reply { continue }
      effects += answer(execution, moment: moment)
    }
    if let error { refuse(line, error, isTyped: isTyped && done.isEmpty) }
    let isPlace = tutor.run.map { ($0.lesson.id, $0.stepIndex) }.map { place ?? ("", 0) == $0 }
    if tutor.run?.isSolved != true {
      score = nil
    } else if !wasSolved || isPlace != true {
      score = tutor.partScore
    }
    if let detour, tutor.run?.lesson.isDetour != true, notice == nil {
      let words =
        detour.isReview
        ? "The review is over; `ledger` says what your answers have shown."
        : "The puzzles are over; `drill` makes others."
      notice = Notice(.remark, words)
    }
    tellNeeds(unlessIn: place?.0)
    if isSettled { settle() }
    placeSuggestion(after: done)
    let unwritten = tutor.takeUnwritten()
    if !unwritten.isEmpty { effects.append(.write(unwritten)) }
    if tutor.progress != before { effects.append(.saveProgress(tutor.progress)) }
    return effects
  }

  /// A lesson that builds on others says so when it is begun, whatever was typed to begin it.
  private mutating func tellNeeds(unlessIn lesson: String?) {
    guard let run = tutor.run, run.lesson.id != lesson, notice == nil,
      let needs = tutor.needsText(of: run.lesson)
    else { return }
    notice = Notice(.remark, needs)
  }

  /// After an answer was locked in its command stands in the prompt, ready to be run.
  private mutating func placeSuggestion(after done: [Execution]) {
    guard prompt.isEmpty, done.contains(where: { $0.invocation.command.name == "answer" }),
      tutor.run?.openQuestion == nil, let suggestion = tutor.run?.suggestion
    else { return }
    prompt.setText(suggestion)
  }

  mutating func refuse(_ line: String, _ error: CommandError, isTyped: Bool) {
    notice = Notice(error)
    if isTyped { prompt.setText(line) }
  }

  /// Brings up the panel that `show` asks for, and lights the line that a look at a row plays.
  private mutating func present(_ invocation: Invocation) {
    switch invocation.command.name {
    case "show":
      guard let part = invocation.arguments.optionalText("WHAT") else {
        shownPanel = nil
        return
      }
      let panel = part == "db" ? "database" : part
      shownPanel = PanelCatalog.find(panel) == nil ? nil : panel
      showsLanes = false
      turned = 0
    case "row":
      let listing = playhead.shown.world.pattern.lines
      if let line = Playhead.line(of: "db.load(", in: listing) { motion.light([line]) }
    default: break
    }
  }

  /// What a command answered, now or when it has been shown.
  ///
  /// - Parameter moment: its place among the lines of the timeline.
  private mutating func answer(_ execution: Execution, moment: Int) -> [Effect] {
    if case .request(let request) = execution.reply { return take(request) }
    // What stands on the screen need not be read out over it.
    if execution.invocation.command.name == "show", let shownPanel,
      shownPanel != "listing" || !isListingCut
    {
      return []
    }
    var text = ReplyText.text(execution.reply, in: tutor)
    // What was said and what it was stands in the lesson already.
    if execution.invocation.command.name == "answer", text.contains("\n") { return [] }
    if execution.partsLanes, let divergence = tutor.stage.divergence {
      text += (text.isEmpty ? "" : "; ") + divergence.sentence
    }
    guard !text.isEmpty else { return [] }
    if execution.invocation.command.isUndoable, playhead.isPlaying {
      replies.append(WaitingReply(moment: moment, text: text))
    } else {
      // What `next` answers at length is how the lesson went.
      let isEnd = execution.invocation.command.name == "next" && tutor.run?.isFinished == true
      let title = isEnd ? tutor.run?.lesson.title ?? "" : execution.invocation.text
      say(text, title: title, isProse: execution.invocation.command.name == "hint")
    }
    return []
  }

  /// What a command asks of the screen.
  private mutating func take(_ request: FrontEndRequest) -> [Effect] {
    switch request {
    case .quit: return [.quit]
    case .showHelp(let topic):
      let lines =
        topic == nil
        ? palette
        : Help.text(topic, in: tutor).split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init)
      overlay = .text(title: topic ?? "commands", lines: lines, filter: "")
      scroll["overlay"] = 0
    case .showLessons: overlay = .lessons(filter: "", selected: presentLesson)
    case .filterLog(let words):
      filterText = words
      logFilter = words.isEmpty ? nil : LogFilter(words: words)
    case .pause:
      if playhead.isPlaying { playhead.toggle(tutor) }
      isTrafficHeld = true
    case .resume:
      if !playhead.isPlaying { playhead.toggle(tutor) }
      isTrafficHeld = false
    case .speed(let text):
      if let pace = Pace(text) { playhead.pace = pace }
    case .playhead(let move): moveTo(move)
    case .save(let path): return [.saveSession(path: path)]
    case .place(let commands, let words):
      prompt.setText(commands)
      if !words.isEmpty { notice = Notice(.remark, words) }
    case .forgetProgress: return [.forgetProgress]
    }
    return []
  }

  private mutating func moveTo(_ move: PlayheadMove) {
    switch move {
    case .back: stepBack()
    case .forward: stepForward()
    case .end: absorb(playhead.finish(tutor, isStopped: isStopped), .jumping)
    case .start: afterJump(playhead.goToStart(tutor))
    case .to(let position): afterJump(playhead.go(to: position, tutor))
    }
  }

  mutating func stepForward() {
    if let reason = reason(against: .forward) {
      notice = Notice(.remark, reason)
      return
    }
    notice = nil
    absorb(playhead.stepForward(tutor), .stepping)
  }

  mutating func stepBack() { afterJump(playhead.stepBack(tutor)) }

  private mutating func afterJump(_ hasMoved: Bool) {
    guard hasMoved else {
      notice = Notice(.remark, "Nothing has happened before this.")
      return
    }
    notice = nil
    motion.show(only: playhead.beat)
    guard !hasToldPast else { return }
    hasToldPast = true
    notice = Notice(.remark, "You look at the past. A command that you type goes on from here.")
  }

  /// Where the lesson that is being done stands in the list.
  var presentLesson: Int {
    tutor.run.flatMap { run in tutor.lessons.firstIndex { $0.id == run.lesson.id } } ?? 0
  }
}

extension StringProtocol {
  /// Without the blanks at both ends.
  var trimmingBlanks: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
