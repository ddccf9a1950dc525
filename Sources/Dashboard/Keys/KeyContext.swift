/// Where a key is pressed: the same key means different things at the prompt and in a list.
///
/// Several apply at once, the narrowest first: an empty prompt is also a prompt.
public enum KeyContext: String, CaseIterable, Hashable, Sendable {
  /// Everywhere but where something else has taken the key.
  case anywhere
  /// The prompt, whatever stands in it.
  case prompt
  /// The prompt with nothing in it: some keys act at once.
  case emptyPrompt
  /// A question waits for a letter.
  case question
  /// A part is solved and the prompt is empty.
  case solved
  /// Letters are keys, and panes are walked through.
  case browsing
  /// A search is being typed while browsing.
  case searching
  /// Help or a long answer lies over the page.
  case reading
  /// The list of lessons, or another list, lies over the page.
  case choosing
  /// A recording is played.
  case replaying
  /// A yes or no is waited for.
  case confirming
  /// The terminal is too small for anything.
  case tooSmall

  /// The heading under which help lists its keys.
  public var heading: String {
    switch self {
    case .anywhere: "Everywhere"
    case .prompt: "At the prompt"
    case .emptyPrompt: "At an empty prompt"
    case .question: "While a question waits"
    case .solved: "When a part is solved"
    case .browsing: "In browse mode"
    case .searching: "While searching"
    case .reading: "In help and long answers"
    case .choosing: "In lists"
    case .replaying: "In a recording"
    case .confirming: "At a yes or no"
    case .tooSmall: "In a terminal that is too small"
    }
  }
}
