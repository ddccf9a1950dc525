import Screen

// Every key there is. A row here is all that a key needs: input is looked up in it, and legend,
// help and the README's section are printed from it.

extension KeyTable {
  /// The keys as they are shipped.
  public static let standard = KeyTable(
    everywhere + time + prompt + browsing + searching + overlays + replaying + questions)

  private static let everywhere: [KeyBinding] = [
    KeyBinding(
      .help, in: .anywhere, [.key(.function(1))], "help",
      "shows what every key does; type to filter"),
    KeyBinding(
      .lessons, in: .anywhere, [.key(.function(2))], "lessons",
      "lists the lessons with how far you are"),
    KeyBinding(
      .hint, in: .anywhere, [.key(.function(3))], "hint",
      "gives the next hint; the last one is put into the prompt"),
    KeyBinding(
      .panels, in: .anywhere, [.key(.function(4))], "other panels",
      "shows the next panel in place of the last one"),
    KeyBinding(
      .lanes, in: .anywhere, [.key(.function(5))], "lanes",
      "shows two lanes side by side; after a part the author's way beside yours"),
    KeyBinding(
      .theme, in: .anywhere, [.key(.function(6))], "theme", "shows the next theme of colours"),
    KeyBinding(
      .mouse, in: .anywhere, [.key(.function(7))], "mouse",
      "leaves the mouse to the terminal, or takes it back"),
    KeyBinding(
      .motion, in: .anywhere, [.key(.function(8))], "motion",
      "lets nothing travel across the screen, or lets it again"),
    KeyBinding(
      .repaint, in: .anywhere, [.control("l")], "repaint", "paints the whole screen again"),
    KeyBinding(
      .suspend, in: .anywhere, [.control("z")], "suspend", "goes back to the shell; fg returns"),
    KeyBinding(
      .interrupt, in: .anywhere, [.control("c")], "stop",
      "stops what moves, else empties the line, else leaves; all is saved"),
    KeyBinding(
      .pageUp, in: .anywhere, [.key(.pageUp)], "up", "scrolls back: the lesson, help, lists"),
    KeyBinding(
      .pageDown, in: .anywhere, [.key(.pageDown)], "more", "scrolls on: the lesson, help, lists"),
  ]

  private static let time: [KeyBinding] = [
    KeyBinding(
      .play, in: .emptyPrompt, [.typed(" ")], "play",
      "goes on to the next pause, or stops what moves"),
    KeyBinding(.forward, in: .emptyPrompt, [.key(.right)], "one event", "shows one event more"),
    KeyBinding(.back, in: .emptyPrompt, [.key(.left)], "back", "takes one event back"),
    KeyBinding(.end, in: .emptyPrompt, [.key(.end)], "to the end", "shows how it ends"),
    KeyBinding(.faster, in: .emptyPrompt, [.typed("+")], "faster", "shows events faster"),
    KeyBinding(.slower, in: .emptyPrompt, [.typed("-")], "slower", "shows events more slowly"),
    KeyBinding(
      .oneEvent, in: .emptyPrompt, [.typed(".")], "one event", "shows one event and stops"),
    KeyBinding(.help, in: .emptyPrompt, [.typed("?")], "help", "shows what every key does"),
    KeyBinding(
      .typeCommand, in: .emptyPrompt, [.typed(":")], "command",
      "writes a command although letters answer the question"),
  ]

  private static let prompt: [KeyBinding] = [
    KeyBinding(.run, in: .prompt, [.key(.enter)], "run", "runs the line"),
    KeyBinding(
      .complete, in: .prompt, [.key(.tab)], "complete",
      "completes the word; in an empty line takes what is suggested"),
    KeyBinding(
      .completeBack, in: .prompt, [.key(.backTab)], "complete back",
      "goes to the completion before"),
    KeyBinding(
      .older, in: .prompt, [.key(.up), .control("p")], "earlier", "brings back an earlier line"),
    KeyBinding(.newer, in: .prompt, [.key(.down), .control("n")], "later", "a later line"),
    KeyBinding(
      .searchHistory, in: .prompt, [.control("r")], "search", "searches the earlier lines"),
    KeyBinding(
      .undo, in: .prompt, [.control("_"), .control("/")], "undo", "takes the last command back"),
    KeyBinding(
      .browse, in: .prompt, [.key(.escape)], "browse",
      "leaves the prompt: letters become keys"),
  ]

  private static let browsing: [KeyBinding] = [
    KeyBinding(
      .leaveBrowse, in: .browsing, [.key(.escape), .key(.enter), .typed("i"), .typed(":")],
      "prompt", "returns to the prompt"),
    KeyBinding(.up, in: .browsing, [.typed("k"), .key(.up)], "up", "scrolls the pane up"),
    KeyBinding(.down, in: .browsing, [.typed("j"), .key(.down)], "down", "scrolls it down"),
    KeyBinding(
      .left, in: .browsing, [.typed("h"), .key(.left)], "back", "takes one event back"),
    KeyBinding(
      .right, in: .browsing, [.typed("l"), .key(.right)], "one event", "shows one event more"),
    KeyBinding(.top, in: .browsing, [.typed("g"), .key(.home)], "top", "to the first line"),
    KeyBinding(.bottom, in: .browsing, [.typed("G"), .key(.end)], "bottom", "to the last line"),
    KeyBinding(.halfUp, in: .browsing, [.control("u")], "half up", "half a pane up"),
    KeyBinding(.halfDown, in: .browsing, [.control("d")], "half down", "half a pane down"),
    KeyBinding(.nextPane, in: .browsing, [.key(.tab)], "next pane", "goes to the next pane"),
    KeyBinding(
      .previousPane, in: .browsing, [.key(.backTab)], "pane before", "goes to the pane before"),
    KeyBinding(
      .pane, in: .browsing, "123456789".map { .typed($0) }, "pane", "goes to a pane by number"),
    KeyBinding(.search, in: .browsing, [.typed("/")], "search", "searches in the pane"),
    KeyBinding(.nextMatch, in: .browsing, [.typed("n")], "next", "goes to the next match"),
    KeyBinding(
      .previousMatch, in: .browsing, [.typed("N")], "match before", "goes to the match before"),
    KeyBinding(
      .copy, in: .browsing, [.typed("y")], "copy", "copies the pane's text (OSC 52)"),
    KeyBinding(
      .play, in: .browsing, [.typed(" ")], "play", "goes on to the next pause, or stops"),
    KeyBinding(.oneEvent, in: .browsing, [.typed(".")], "one event", "shows one event"),
    KeyBinding(.faster, in: .browsing, [.typed("+")], "faster", "shows events faster"),
    KeyBinding(.slower, in: .browsing, [.typed("-")], "slower", "shows events more slowly"),
    KeyBinding(.help, in: .browsing, [.typed("?")], "help", "shows what every key does"),
    KeyBinding(.quit, in: .browsing, [.typed("q")], "quit", "asks whether to leave"),
  ]

  private static let searching: [KeyBinding] = [
    KeyBinding(.select, in: .searching, [.key(.enter)], "take", "stays at the match"),
    KeyBinding(.close, in: .searching, [.key(.escape)], "give up", "gives the search up"),
    KeyBinding(.up, in: .searching, [.key(.up)], "up", "marks the one above, scrolls up"),
    KeyBinding(.down, in: .searching, [.key(.down)], "down", "marks the one below, scrolls down"),
    KeyBinding(
      .erase, in: .searching, [.key(.backspace), .control("h")], "erase", "erases a letter"),
  ]

  private static let overlays: [KeyBinding] = [
    KeyBinding(
      .close, in: .reading, [.key(.escape), .typed("q"), .typed("?"), .key(.enter)], "close",
      "goes back to the page"),
    KeyBinding(.up, in: .reading, [.key(.up), .typed("k")], "up", "scrolls up"),
    KeyBinding(.down, in: .reading, [.key(.down), .typed("j")], "down", "scrolls down"),
    KeyBinding(.top, in: .reading, [.key(.home), .typed("g")], "top", "to the first line"),
    KeyBinding(.bottom, in: .reading, [.key(.end), .typed("G")], "bottom", "to the last line"),
    KeyBinding(.halfUp, in: .reading, [.control("u")], "half up", "half a page up"),
    KeyBinding(.halfDown, in: .reading, [.control("d")], "half down", "half a page down"),
    KeyBinding(.search, in: .reading, [.typed("/")], "filter", "shows only lines that match"),
    KeyBinding(.copy, in: .reading, [.typed("y")], "copy", "copies the text (OSC 52)"),
    KeyBinding(.select, in: .choosing, [.key(.enter)], "choose", "takes the one marked"),
    KeyBinding(
      .close, in: .choosing, [.key(.escape), .typed("q")], "close", "goes back to the page"),
    KeyBinding(.up, in: .choosing, [.key(.up), .typed("k")], "up", "marks the one above"),
    KeyBinding(.down, in: .choosing, [.key(.down), .typed("j")], "down", "marks the one below"),
    KeyBinding(.top, in: .choosing, [.key(.home), .typed("g")], "first", "marks the first"),
    KeyBinding(.bottom, in: .choosing, [.key(.end), .typed("G")], "last", "marks the last"),
    KeyBinding(.halfUp, in: .choosing, [.control("u")], "half up", "half a page up"),
    KeyBinding(.halfDown, in: .choosing, [.control("d")], "half down", "half a page down"),
    KeyBinding(.search, in: .choosing, [.typed("/")], "search", "shows only those that match"),
    KeyBinding(
      .confirm, in: .confirming, [.typed("y"), .key(.enter), .typed("q"), .control("c")], "yes",
      "does it"),
    KeyBinding(
      .decline, in: .confirming, [.typed("n"), .key(.escape)], "no", "goes back to the page"),
    KeyBinding(.quit, in: .tooSmall, [.typed("q")], "quit", "leaves"),
  ]

  private static let replaying: [KeyBinding] = [
    KeyBinding(.replayPlay, in: .replaying, [.typed(" ")], "play", "plays, or stops"),
    KeyBinding(
      .replayBack, in: .replaying, [.key(.left), .typed("h")], "back", "takes one event back"),
    KeyBinding(
      .replayForward, in: .replaying, [.key(.right), .typed("l"), .typed(".")], "one event",
      "shows one event more"),
    KeyBinding(
      .previousMark, in: .replaying, [.typed("[")], "mark before", "goes to the mark before"),
    KeyBinding(.nextMark, in: .replaying, [.typed("]")], "next mark", "goes to the next mark"),
    KeyBinding(.end, in: .replaying, [.key(.end)], "to the end", "shows how the line ends"),
    KeyBinding(.faster, in: .replaying, [.typed("+")], "faster", "plays faster"),
    KeyBinding(.slower, in: .replaying, [.typed("-")], "slower", "plays more slowly"),
    KeyBinding(
      .takeOver, in: .replaying, [.typed("t")], "take over",
      "ends the recording here and gives you the prompt"),
    KeyBinding(.help, in: .replaying, [.typed("?")], "help", "shows what every key does"),
    KeyBinding(
      .leaveReplay, in: .replaying, [.typed("q"), .key(.escape)], "leave",
      "leaves the recording"),
  ]

  private static let questions: [KeyBinding] = [
    KeyBinding(
      .choose, in: .question, "abcdefghi".map { .typed($0) }, "choose", "chooses an answer"),
    KeyBinding(.lockIn, in: .question, [.key(.enter)], "lock in", "gives the answer for good"),
    KeyBinding(
      .next, in: .solved, [.key(.enter)], "next part", "goes on to the next part or lesson"),
  ]
}
