/// What a key can ask for; the key table says which key asks for what, and where.
public enum KeyAction: String, CaseIterable, Hashable, Sendable {
  // Anywhere.
  case help, lessons, hint, panels, lanes, theme, mouse, motion, repaint, suspend, interrupt
  case pageUp, pageDown
  // The playhead.
  case play, forward, back, end, faster, slower, oneEvent
  // The prompt.
  case run, complete, completeBack, undo, browse, typeCommand
  case older, newer, searchHistory
  // A question, and what comes after a part.
  case choose, lockIn, next
  // Browse mode.
  case leaveBrowse, up, down, left, right, top, bottom, halfUp, halfDown
  case nextPane, previousPane, pane, search, nextMatch, previousMatch, copy, quit
  // What lies over the page.
  case close, select, erase
  // A recording.
  case replayPlay, replayForward, replayBack, nextMark, previousMark, takeOver, leaveReplay
  // Are you sure?
  case confirm, decline
  // A line of the person's own.
  case command
}
