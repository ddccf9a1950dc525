import Simulation

/// What somebody types for one line of the listing, which may be several: a head that ends with a
/// colon, and what hangs below it.
struct EditedLines {
  let first: String
  /// Each stands one step deeper than the first, if that ends with a colon.
  private let rest: [String]

  var count: Int { 1 + rest.count }

  /// `if value is None: return` and ` | `-separated lines.
  init(_ text: String) {
    var lines = EditedLines.split(text)
    if let head = lines.first, let colon = EditedLines.bodyColon(of: head) {
      let body = String(head[head.index(after: colon)...].drop { $0 == " " })
      lines.replaceSubrange(0...0, with: [String(head[...colon]), body])
    }
    first = lines.first ?? text
    rest = Array(lines.dropFirst())
  }

  /// The listing with the rest below a line that holds the first.
  func below(_ number: Int, _ listing: Listing) throws(ListingError) -> Listing {
    var listing = listing
    var indent = ""
    for (offset, text) in rest.enumerated() {
      listing = try listing.inserting(indent + text, at: number + 1 + offset)
      // Those after the first of them would be taken for lines outside of the block.
      let placed = listing.lines[number + offset]
      indent = String(placed.prefix { $0 == " " })
    }
    return listing
  }

  /// The parts between ` | `, outside of quotes.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = [""]
    var isQuoted = false
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      if character == "\"" { isQuoted.toggle() }
      let isBar =
        character == "|" && !isQuoted && index > 0 && characters[index - 1] == " "
        && index + 1 < characters.count && characters[index + 1] == " "
      if isBar { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    // Blanks before the first part are its indentation.
    let first = String(parts[0].reversed().drop { $0 == " " }.reversed())
    return [first]
      + parts.dropFirst().map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
  }

  private static let heads: Set<Substring> = [
    "def", "if", "elif", "else", "while", "for", "try", "except", "finally",
  ]

  /// The colon of a head that has its body on the same line; nil for everything else.
  private static func bodyColon(of line: String) -> String.Index? {
    guard heads.contains(line.drop { $0 == " " }.prefix { $0.isLetter }) else { return nil }
    var isQuoted = false
    var depth = 0
    let colon = line.indices.first { index in
      switch line[index] {
      case "\"": isQuoted.toggle()
      case "(" where !isQuoted: depth += 1
      case ")" where !isQuoted: depth -= 1
      case ":" where !isQuoted && depth == 0: return true
      default: break
      }
      return false
    }
    guard let colon else { return nil }
    return line[line.index(after: colon)...].allSatisfy { $0 == " " } ? nil : colon
  }
}
