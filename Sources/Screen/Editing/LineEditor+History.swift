extension LineEditor {
  /// Shows the line entered before the one shown.
  mutating func visitOlder() {
    let current = visit ?? HistoryVisit(index: history.lines.count, draft: text)
    guard current.index > 0 else { return }
    visit = HistoryVisit(index: current.index - 1, draft: current.draft)
    setText(history.lines[current.index - 1])
  }

  /// Shows the line entered after the one shown; after the newest comes what was being written.
  mutating func visitNewer() {
    guard let current = visit else { return }
    let next = current.index + 1
    if next < history.lines.count {
      visit = HistoryVisit(index: next, draft: current.draft)
      setText(history.lines[next])
    } else {
      visit = nil
      setText(current.draft)
    }
  }

  mutating func startSearch() {
    search = ReverseSearch(draft: text)
  }

  /// Keys while a search goes on; any other key takes what was found and does its work there.
  mutating func handleSearching(_ input: Input) -> Outcome {
    guard let searching = search else { return .ignored }
    switch input {
    case .key(.character(let character), let modifiers)
    where modifiers.subtracting(.shift).isEmpty:
      look(for: searching.query + String(character), before: history.lines.count)
    case .control("r"):
      look(for: searching.query, before: searching.match ?? history.lines.count)
    case .key(.backspace, _), .control("h"):
      look(for: String(searching.query.dropLast()), before: history.lines.count)
    case .control("g"), .key(.escape, _):
      search = nil
      setText(searching.draft)
    case .key, .paste:
      search = nil
      return handle(input)
    default:
      return .ignored
    }
    return .handled
  }

  /// Looks further back; without a further match the one found stays.
  private mutating func look(for query: String, before index: Int) {
    guard var searching = search else { return }
    let isSame = query == searching.query
    searching.query = query
    let found =
      query.isEmpty ? nil : history.lastIndex(before: index, containing: query)
    if let found {
      searching.match = found
      setText(history.lines[found])
    } else if !isSame {
      searching.match = nil
      setText(query.isEmpty ? searching.draft : "")
    }
    search = searching
  }
}
