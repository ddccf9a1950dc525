import CNcurses
import Screen

// Codes come one by one; some only make sense together with what follows:
//
//     ESC x            Alt and x; ESC alone only when nothing follows at once
//     ESC [ 200 ~ …    a paste, up to ESC [ 201 ~
//     ESC [ < …        a mouse report, up to M or m
//     ESC [ ? …        an answer of the terminal about itself, up to a letter
//     ESC ] …          an answer about its colours, up to BEL or ESC \
//     ESC [ …, ESC O … a key that curses does not know, to its last character
//
// The decoder is a value without a terminal, so that a test can feed it.

/// A code as curses reads it.
enum InputCode: Equatable {
  case character(UInt32)
  case function(Int32)
}

/// Makes input of codes.
struct InputDecoder {
  /// The longest paste in scalars; what is more is dropped.
  static let pasteLimit = 65_536
  /// The longest report; a longer one is dropped.
  static let reportLimit = 64

  enum Result: Equatable {
    case input(Input)
    case report(parameters: String, final: Character)
    /// An operating system command, as answers about colours are.
    case command(String)
    /// Nothing yet, or nothing of interest.
    case nothing
  }

  private enum State: Equatable {
    case plain
    case escape
    case paste
    case mouse(String)
    case report(String)
    /// The second is whether the escape of its end is there.
    case command(String, Bool)
    /// A sequence that curses did not know, after the character that follows the escape.
    case unknown(UInt32, String)
  }

  private var state = State.plain
  private var pasted: [Unicode.Scalar] = []

  /// Whether something has begun that needs more to be understood.
  var isWaiting: Bool { state != .plain }

  /// How long to wait for the rest; curses itself has waited for what follows an escape.
  var patience: Duration {
    switch state {
    case .plain, .escape: .zero
    case .mouse, .report, .command, .unknown: .milliseconds(50)
    case .paste: .seconds(1)
    }
  }

  /// Takes the next code.
  mutating func take(_ code: InputCode) -> Result {
    switch state {
    case .plain: return takePlain(code)
    case .escape: return takeEscaped(code)
    case .paste: return takePasted(code)
    case .mouse(let text): return takeMouse(code, text)
    case .report(let text): return takeReport(code, text)
    case .command(let text, let isEnding): return takeCommand(code, text, isEnding)
    case .unknown(let lead, let text): return takeUnknown(code, lead, text)
    }
  }

  /// Nothing followed in time: what has begun is all there is.
  mutating func giveUp() -> Result {
    defer { state = .plain }
    switch state {
    case .escape: return .input(.key(.escape))
    case .unknown(let lead, ""):
      return Unicode.Scalar(lead).map { .input(.alt(Character($0))) } ?? .nothing
    case .command("", false): return .input(.alt("]"))
    case .paste: return pasted.isEmpty ? .nothing : .input(.paste(pastedText))
    default: return .nothing
    }
  }

  private mutating func takePlain(_ code: InputCode) -> Result {
    switch code {
    case .character(0x1B):
      state = .escape
      return .nothing
    case .character(let character):
      return ControlKeys.input(character).map { .input($0) } ?? .nothing
    case .function(cnc_key_paste_begin):
      pasted = []
      state = .paste
    case .function(cnc_key_mouse): state = .mouse("")
    case .function(cnc_key_report): state = .report("")
    case .function(cnc_key_answer): state = .command("", false)
    case .function(cnc_key_focus_in): return .input(.focused(true))
    case .function(cnc_key_focus_out): return .input(.focused(false))
    case .function(let function):
      return FunctionKeys.input(function).map { .input($0) } ?? .nothing
    }
    return .nothing
  }

  private mutating func takeEscaped(_ code: InputCode) -> Result {
    state = .plain
    if code == .character(0x1B) {
      state = .escape
      return .input(.key(.escape))
    }
    if code == .character(0x5B) || code == .character(0x4F), case .character(let lead) = code {
      state = .unknown(lead, "")
      return .nothing
    }
    let result = takePlain(code)
    guard case .input(.key(let key, let modifiers)) = result else { return result }
    return .input(.key(key, modifiers.union(.alt)))
  }

  private var pastedText: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: pasted)
    return String(text)
  }

  private mutating func takePasted(_ code: InputCode) -> Result {
    if code == .function(cnc_key_paste_end) {
      state = .plain
      return .input(.paste(pastedText))
    }
    // Keys in a paste are escape sequences that were copied: they mean nothing.
    if case .character(let value) = code, let scalar = Unicode.Scalar(value),
      pasted.count < Self.pasteLimit
    {
      pasted.append(scalar)
    }
    return .nothing
  }

  private mutating func takeMouse(_ code: InputCode, _ text: String) -> Result {
    guard case .character(let value) = code, let scalar = Unicode.Scalar(value),
      text.utf8.count < Self.reportLimit
    else { return drop() }
    switch scalar {
    case "0"..."9", ";":
      state = .mouse(text + String(scalar))
      return .nothing
    case "M", "m":
      state = .plain
      return MouseReport.mouse(text, isRelease: scalar == "m").map { .input(.mouse($0)) }
        ?? .nothing
    default: return drop()
    }
  }

  private mutating func takeReport(_ code: InputCode, _ text: String) -> Result {
    guard case .character(let value) = code, let scalar = Unicode.Scalar(value),
      text.utf8.count < Self.reportLimit
    else { return drop() }
    switch value {
    case 0x20...0x3F:
      state = .report(text + String(scalar))
      return .nothing
    case 0x40...0x7E:
      state = .plain
      return .report(parameters: text, final: Character(scalar))
    default: return drop()
    }
  }

  private mutating func takeCommand(
    _ code: InputCode, _ text: String, _ isEnding: Bool
  ) -> Result {
    switch code {
    case .character(0x07) where !isEnding, .character(0x5C) where isEnding:
      state = .plain
      return .command(text)
    case .character(0x1B) where !isEnding && !text.isEmpty:
      state = .command(text, true)
      return .nothing
    case .character(let value) where !isEnding && (0x20...0x7E).contains(value):
      guard let scalar = Unicode.Scalar(value), text.utf8.count < Self.reportLimit
      else { return drop() }
      state = .command(text + String(scalar), false)
      return .nothing
    default: return drop()
    }
  }

  private mutating func takeUnknown(
    _ code: InputCode, _ lead: UInt32, _ text: String
  ) -> Result {
    guard case .character(let value) = code, value >= 0x20, let scalar = Unicode.Scalar(value)
    else {
      state = .plain
      return takePlain(code)
    }
    if (0x40...0x7E).contains(value) {
      state = .plain
      return SequenceKeys.input(lead: lead, parameters: text, final: scalar).map { .input($0) }
        ?? .nothing
    }
    guard text.utf8.count < Self.reportLimit else { return drop() }
    state = .unknown(lead, text + String(scalar))
    return .nothing
  }

  private mutating func drop() -> Result {
    state = .plain
    return .nothing
  }
}
