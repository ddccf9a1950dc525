import Screen
import Tutor

/// The box that lies over the page.
enum OverlayBox {
  static func rect(in size: Size) -> Rect {
    Rect(size).centred(Size(width: min(size.width - 4, 92), height: max(6, size.height - 4)))
  }

  /// As high as a text needs; what can be filtered keeps its height while it is.
  static func rect(of model: Model) -> Rect {
    let most = rect(in: model.size)
    guard case .text(_, _, let filter) = model.overlay, filter.isEmpty, !model.isSearching else {
      return most
    }
    let lines = OverlayText(model).lines(width: width(in: model.size)).count
    let height = min(most.height, max(5, lines + 2))
    return Rect(model.size).centred(Size(width: most.width, height: height))
  }

  /// Where its text stands: below the filter, when there is one.
  static func body(of model: Model) -> Rect {
    var body = rect(of: model).inset(dx: 2, dy: 1)
    if hasFilter(model) { _ = body.takeTop(1) }
    return body
  }

  /// Whether what is looked for takes the first row.
  static func hasFilter(_ model: Model) -> Bool {
    model.isSearching || model.overlay?.filter?.isEmpty == false
  }

  /// Columns for text in it.
  static func width(in size: Size) -> Int { max(8, rect(in: size).width - 4) }
}

/// What stands in the box: help or a long answer, filtered.
struct OverlayText {
  private let overlay: Overlay?
  private let keys: KeyTable
  private let glyphs: Glyphs
  private let paths: [Settings.Path]
  private let first: [KeyContext]

  init(_ model: Model) {
    overlay = model.overlay
    keys = model.settings.keys
    glyphs = model.settings.glyphs
    paths = model.settings.paths
    var below = model
    below.overlay = nil
    first = below.situation.contexts
  }

  func lines(width: Int) -> [StyledText] {
    switch overlay {
    case .help(let filter): return help(filter.lowercased(), width)
    case .text(_, let lines, let filter):
      let wanted = filter.lowercased()
      return lines.filter { wanted.isEmpty || $0.lowercased().contains(wanted) }
        .flatMap { line in
          line.isEmpty
            ? [StyledText()]
            : StyledText(line).wrapped(toWidth: width, indent: hang(line), glyphs: glyphs)
        }
    default: return []
    }
  }

  /// How many keys or lines the filter lets through.
  var matches: Int {
    switch overlay {
    case .help(let filter):
      let wanted = filter.lowercased()
      return rows.reduce(0) { sum, row in
        sum + row.rows.count { matches($0.words, wanted) }
      }
    case .text(_, let lines, let filter):
      return lines.count { $0.lowercased().contains(filter.lowercased()) }
    default: return 0
    }
  }

  /// One key or file.
  private struct Row {
    var name: String
    var text: String
    /// What the legend calls it: it is found by that word too.
    var label = ""

    var words: String { "\(name) \(text) \(label)" }
  }

  /// Everything that help lists, under its headings.
  private var rows: [(heading: String, rows: [Row])] {
    let rest = KeyContext.allCases.filter { !first.contains($0) }
    let contexts = (first + rest).map { context in
      let rows = keys.bindings.filter { $0.context == context && !$0.keys.isEmpty }
      return (
        heading: context.heading,
        rows: rows.map {
          Row(name: KeyTable.names(of: $0, glyphs: glyphs), text: $0.description, label: $0.label)
        }
      )
    }
    return contexts + [
      ("Mouse", OverlayText.mouse.map { Row(name: $0.0, text: $0.1) }),
      ("Files", paths.map { Row(name: $0.name, text: $0.path) }),
    ]
  }

  private func help(_ wanted: String, _ width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    for (heading, rows) in self.rows {
      let rows = rows.filter { matches($0.words, wanted) }
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(StyledText()) }
      lines.append(StyledText(heading, .heading))
      for row in rows { lines += entry(row.name, row.text, width) }
    }
    return lines.isEmpty ? [StyledText("No key is called that.", .dim)] : lines
  }

  /// Where the second column of a line begins: what does not fit goes on below it.
  private func hang(_ line: String) -> Int {
    guard line.hasPrefix("  ") else { return 2 }
    let characters = Array(line.prefix(24))
    let gaps = characters.indices.dropFirst(3).filter {
      characters[$0] != " " && characters[$0 - 1] == " " && characters[$0 - 2] == " "
    }
    return gaps.first ?? 2
  }

  private func matches(_ text: String, _ wanted: String) -> Bool {
    wanted.isEmpty || text.lowercased().contains(wanted)
  }

  private func entry(_ name: String, _ description: String, _ width: Int) -> [StyledText] {
    var line = StyledText("  " + name.padded(toWidth: 14, glyphs: glyphs) + " ", .key)
    line.append(description, .text)
    return line.wrapped(toWidth: width, indent: 17, glyphs: glyphs)
  }

  private static let mouse = [
    ("click", "goes to a pane, does what a key at the bottom does, marks a lesson"),
    ("wheel", "scrolls what is under the pointer"),
    ("Shift-drag", "selects text as the terminal does it"),
  ]
}
