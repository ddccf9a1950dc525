// A program with nothing but a terminal in it, for the tests of the driver: it echoes what it is
// told, moves when asked to, and crashes on command.
//
//     Tab    start or stop the animation      q  end
//     C      failed precondition              S  segmentation fault
//     A      abort                            X  exit() without giving the terminal back
//     E      write to standard error          H  hang, deaf to everything

import Glibc
import NcursesTerminal
import Screen

@main
struct TerminalProbe {
  static func main() {
    var options = TerminalOptions(crashNotice: "probe: crashed\n")
    options.usesMouse = CommandLine.arguments.contains("--mouse")
    options.asksBackground = CommandLine.arguments.contains("--ask")
    if CommandLine.arguments.contains("--ascii") { options.glyphs = .ascii }
    if CommandLine.arguments.contains("--light") { options.theme = .light }
    options.apply(noColour: getenv("NO_COLOR").map { String(cString: $0) })
    do {
      let terminal = try NcursesTerminal(options)
      var probe = Probe(size: terminal.size, glyphs: terminal.glyphs)
      let code = probe.run(terminal)
      terminal.stop()
      print("probe: ended with \(code)")
      exit(code)
    } catch {
      print("probe: \(error)")
      exit(2)
    }
  }
}

/// The model of the probe and its loop.
struct Probe {
  var size: Size
  let glyphs: Glyphs
  var editor = LineEditor()
  var inputs: [String] = []
  var isMoving = false
  var tick = 0
  var count = 0
  var isHidden = false
  var hangs = false

  /// Runs until it is asked to end; returns the exit code.
  mutating func run(_ terminal: NcursesTerminal) -> Int32 {
    let interval = Duration.milliseconds(1_000) / 30
    var next = ContinuousClock.now
    while true {
      terminal.present(view())
      while hangs { poll(nil, 0, 1_000) }
      var timeout: Int?
      if isMoving, !isHidden {
        let left = (next - ContinuousClock.now) / .milliseconds(1)
        timeout = max(0, Int(left.rounded(.up)))
      }
      while let input = terminal.nextInput(timeoutMilliseconds: timeout) {
        if let code = update(input) { return code }
        timeout = 0
      }
      guard isMoving, ContinuousClock.now >= next else { continue }
      tick += 1
      next = max(next + interval, .now)
    }
  }

  /// Takes one input; returns an exit code to end with.
  private mutating func update(_ input: Input) -> Int32? {
    count += 1
    note(input)
    switch input {
    case .requested(let request):
      return request.signalNumber.map { 128 + $0 }
    case .resized(let newSize): size = newSize
    case .focused(let isFocused): isHidden = !isFocused
    case .typed("q"), .control("c"): return 0
    case .key(.tab, _): isMoving.toggle()
    case .typed("C"): precondition(tick < 0, "the probe was told to fail")
    case .typed("S"): UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .typed("A"): abort()
    case .typed("X"): exit(7)
    case .typed("E"): write(2, "probe: a line of errors\n", 24)
    case .typed("H"): hangs = true
    default: _ = editor.handle(input)
    }
    return nil
  }

  /// Remembers an input for the log; the size is in the title.
  private mutating func note(_ input: Input) {
    if case .resized = input { return }
    inputs.append("\(count) " + "\(input)".replacing("Screen.", with: ""))
  }

  private func view() -> Frame {
    var frame = Frame(size: size, glyphs: glyphs)
    var page = frame.bounds
    let legend = page.takeBottom(1)
    let prompt = page.takeBottom(1)
    let (left, right) = page.split(left: page.width * 2 / 5)
    let log = frame.panel("probe \(size)", in: left)
    let ring = frame.panel("ring", in: right)
    frame.verticalLine(at: right.origin, length: right.height)
    let shown = inputs.suffix(max(0, log.height))
    frame.textPane(shown.map { StyledText($0) }, in: log)
    draw(&frame, ring.inset(dx: 1))
    frame.textField(
      editor, in: prompt, prompt: StyledText(" \(glyphs.prompt) ", .prompt), ghost: "type here")
    frame.legend(
      [LegendEntry("Tab", isMoving ? "stop" : "move"), LegendEntry("q", "end")],
      in: legend.inset(left: 1))
    return frame
  }

  private func draw(_ frame: inout Frame, _ rect: Rect) {
    var rect = rect
    let meter = rect.takeTop(1)
    frame.gauge(tick % 100, of: 100, in: meter)
    let words = "漢字 e\u{301} ──▶ 🎉 \u{202E}safe\u{1B}[31m"
    frame.putLine(StyledText(words, .hit), in: rect.takeTop(1))
    for (row, role) in Role.allCases.enumerated().prefix(max(0, rect.height)) {
      frame.put("\(role)", at: Point(x: rect.x, y: rect.y + row), style: Style(role), maxWidth: 12)
    }
    _ = rect.takeLeft(14)
    var canvas = BrailleCanvas(size: rect.size)
    let middle = (canvas.dotSize.width / 2, canvas.dotSize.height / 2)
    let radius = min(middle.0, middle.1) - 1
    canvas.circle(around: middle, radius: radius)
    canvas.line(
      from: middle, to: (middle.0 + tick % 60 - 30, middle.1 - radius / 2), style: .moved)
    frame.draw(canvas, in: rect)
  }
}
