extension PtyProgram {
  /// What the program has switched on for itself and not off again: private modes (DECSET) by
  /// number, such as 1049 for the alternate screen, and 25 when the cursor was left hidden.
  public var modesLeft: [Int] {
    var modes: [Int: Bool] = [:]
    var rest = output[...]
    while let escape = rest.firstIndex(of: 0x1B) {
      rest = rest[(escape + 1)...]
      guard rest.starts(with: "[?".utf8) else { continue }
      let body = rest.dropFirst(2)
      let numbers = body.prefix { (0x30...0x3B).contains($0) }
      let final = body.dropFirst(numbers.count).first
      guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { continue }
      for number in String(decoding: numbers, as: UTF8.self).split(separator: ";") {
        if let number = Int(number) { modes[number] = final == UInt8(ascii: "h") }
      }
    }
    // Lines wrap and the cursor shows (and may blink) unless somebody has said otherwise.
    let usual = [7: true, 12: modes[12] ?? false, 25: true]
    return modes.filter { $0.value != usual[$0.key, default: false] }.keys.sorted()
  }

  /// What was written after the alternate screen was left, without escape sequences.
  public var afterwards: String {
    let mark = Array("\u{1B}[?1049l".utf8)
    var place: Int?
    for index in output.indices where output[index] == 0x1B {
      if output[index...].starts(with: mark) { place = index + mark.count }
    }
    return place.map { text(from: $0) } ?? ""
  }
}
