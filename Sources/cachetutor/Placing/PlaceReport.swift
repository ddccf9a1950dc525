import CacheEngine
import Tutor

/// Writes the owner of one key after the other, and at the end what they come to.
///
/// Holds counts and nothing of the keys, so that any number of them can come through a pipe.
final class PlaceReport {
  enum Form {
    case text, csv, summary
  }

  private let old: Placement
  private let new: Placement?
  private let rivals: (old: Placement, new: Placement)?
  private let form: Form
  private var keys = 0
  private var moved = 0
  private var movedByModulo = 0
  /// Keys of each member, by its id.
  private var before: [Int]
  private var after: [Int]
  private var lines: [String] = []
  private var bytes = 0

  private static let bufferBytes = 65_536

  init(old: Placement, new: Placement?, form: Form) {
    self.old = old
    self.new = new
    self.form = form
    rivals = new.map { new in
      (
        Placement(scheme: "modulo", members: old.members),
        Placement(scheme: "modulo", members: new.members)
      )
    }
    let ids = (old.members + (new?.members ?? [])).map(\.id)
    before = Array(repeating: 0, count: (ids.max() ?? 0) + 1)
    after = before
  }

  /// The first line, where the form has one.
  func begin() {
    if form == .csv { write(new == nil ? "key,hash,owner" : "key,hash,owner,then") }
  }

  func add(_ range: KeyRange) {
    guard let numbers = range.numbers else { return add(range.prefix) }
    for number in numbers { add(range.prefix + Array(String(number).utf8)) }
  }

  /// One key.
  func add(_ key: [UInt8]) {
    let hash = key.withUnsafeBytes { PlacementHash.of($0) }
    guard let owner = old.owner(of: hash) else { return }
    keys += 1
    before[owner] += 1
    let then = new.flatMap { $0.owner(of: hash) }
    if let then {
      after[then] += 1
      if then != owner { moved += 1 }
    }
    if let rivals, rivals.old.owner(of: hash) != rivals.new.owner(of: hash) { movedByModulo += 1 }
    guard form != .summary else { return }
    let name = String(decoding: key, as: UTF8.self)
    let labels = (label(owner, old), then.flatMap { id in new.map { label(id, $0) } })
    if form == .csv {
      let fields = [quoted(name), "\(hash)", quoted(labels.0)]
      write((fields + (labels.1.map { [quoted($0)] } ?? [])).joined(separator: ","))
    } else {
      write(line(name, hash, labels, hasMoved: then != nil && then != owner))
    }
  }

  /// Everything that is still to be written.
  func end() {
    if form != .csv {
      if keys > 0, form == .text { write("") }
      for line in summary { write(line) }
    }
    flush()
  }

  /// Writes what has been collected.
  func flush() {
    guard !lines.isEmpty else { return }
    Output.say(lines.joined(separator: "\n"))
    lines.removeAll(keepingCapacity: true)
    bytes = 0
  }

  private func write(_ line: String) {
    lines.append(line)
    bytes += line.utf8.count + 1
    if bytes >= PlaceReport.bufferBytes { flush() }
  }

  // MARK: words

  private func line(
    _ name: String, _ hash: UInt32, _ labels: (old: String, new: String?), hasMoved: Bool
  ) -> String {
    guard let new, let then = labels.new else { return "\(name)  \(labels.old)" }
    guard hasMoved else { return "\(name)  \(labels.old)  stays" }
    return "\(name)  \(labels.old) → \(then)  "
      + PlacementChange.reason(hash, from: old, to: new)
  }

  /// RFC 4180: a field with a comma, a quotation mark or a line break stands in quotation marks.
  private func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\n\r".contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  private func label(_ id: Int, _ placement: Placement) -> String {
    placement.members.first { $0.id == id }?.label ?? "?"
  }

  private var summary: [String] {
    let row = PlacementCatalog.find(old.scheme)
    let points = row?.usesVnodes == true ? ", \(Words.count(old.vnodes, "point")) a node" : ""
    var lines = ["\(old.scheme)\(points): \(Words.count(keys, "key"))"]
    lines += table
    guard let new, keys > 0 else { return lines }
    let share = Words.percent(Double(moved) / Double(keys))
    var line = "\(Words.count(moved)) of \(Words.count(keys, "key")) move (\(share))"
    if let fair = fair(new) { line += "; \(Words.count(fair)) would be fair" }
    if old.scheme != "modulo" { line += "; modulo would move \(Words.count(movedByModulo))" }
    return lines + [line]
  }

  /// A line a node: keys and share before, and afterwards.
  private var table: [String] {
    var rows = [["node", "keys", "share"] + (new == nil ? [] : ["then", "share"])]
    let all =
      old.members
      + (new?.members ?? []).filter { member in
        !old.members.contains { $0.id == member.id }
      }
    for member in all {
      let name = member.weight > 1 ? "\(member.label) ×\(member.weight)" : member.label
      let counts = [before[member.id]] + (new == nil ? [] : [after[member.id]])
      rows.append([name] + counts.flatMap { [Words.count($0), share(of: $0)] })
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      "  "
        + zip(row, widths).enumerated().map { column, cell in
          let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
          return column == 0 ? cell.0 + blanks : blanks + cell.0
        }.joined(separator: "  ")
    }
  }

  private func share(of count: Int) -> String {
    keys == 0 ? "–" : Words.percent(Double(count) / Double(keys))
  }

  /// Keys that belong to whoever came or went by the weights alone; nil when several did both.
  private func fair(_ new: Placement) -> Int? {
    let came = new.members.filter { member in !old.members.contains { $0.id == member.id } }
    let went = old.members.filter { member in !new.members.contains { $0.id == member.id } }
    guard came.isEmpty != went.isEmpty else { return nil }
    let isWeighted = old.scheme != "modulo"
    func weight(_ members: [PlacementMember]) -> Int {
      isWeighted ? members.reduce(0) { $0 + $1.weight } : members.count
    }
    let whole = weight(came.isEmpty ? old.members : new.members)
    return (keys * weight(came + went) * 2 + whole) / (2 * whole)
  }
}
