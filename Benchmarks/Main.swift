// What an operation costs: `swift run -c release Benchmarks [part of a name …]`.
//
//     name                                 the measured time    budget 10 ms   ok
//
// Rows that something is promised of say what, and whether the promise is kept.

/// Prints a row for each benchmark whose name has one of the arguments in it, or for all; then the
/// ratios of rows that were printed, and what the whole program is like in a terminal.
@main
enum Main {
  static func main() {
    let wanted = CommandLine.arguments.dropFirst()
    var times: [String: Double] = [:]
    for benchmark in BenchmarkCatalog.all
    where wanted.isEmpty || wanted.contains(where: { benchmark.name.contains($0) }) {
      let time = benchmark.measure()
      times[benchmark.name] = time
      var line = pad(benchmark.name, to: 48) + pad(text(time), to: -10)
      line += pad(unit(benchmark.unit), to: 12) + pad(rate(time, benchmark.unit), to: 24)
      if let budget = benchmark.budget {
        line += pad("budget \(text(budget))", to: 18) + (time <= budget ? "ok" : "over")
      }
      print(trimmed(line))
    }
    for ratio in BenchmarkCatalog.ratios {
      guard let dividend = times[ratio.dividend], let divisor = times[ratio.divisor] else {
        continue
      }
      let quotient = dividend / divisor
      print(
        pad(ratio.name, to: 48) + pad(tenths(quotient) + " ×  ", to: -10)
          + pad("", to: 36) + pad("budget \(tenths(ratio.budget)) ×", to: 18)
          + (quotient <= ratio.budget ? "ok" : "over"))
    }
    if wanted.isEmpty || wanted.contains(where: "terminal".hasPrefix) { printFigures() }
  }

  private static func printFigures() {
    guard let figures = TerminalFigures() else {
      print("terminal: no figures, for there is no cachetutor beside this program")
      return
    }
    do {
      for figure in try figures.measure() {
        let line =
          pad(figure.name, to: 48) + pad(figure.value, to: -10) + pad("", to: 16)
          + pad(figure.detail, to: 20) + pad("budget \(figure.budget)", to: 18)
        print(line + (figure.isKept ? "ok" : "over"))
      }
    } catch {
      print("terminal: \(error)")
    }
  }

  /// Nanoseconds in the unit that a person would choose.
  private static func text(_ nanoseconds: Double) -> String {
    if nanoseconds < 10_000 { return tenths(nanoseconds) + " ns" }
    if nanoseconds < 1e7 { return tenths(nanoseconds / 1e3) + " µs" }
    if nanoseconds < 1e10 { return tenths(nanoseconds / 1e6) + " ms" }
    return tenths(nanoseconds / 1e9) + " s "
  }

  private static func unit(_ word: String) -> String {
    let isVowel = word.first.map { "aeiou".contains($0) } ?? false
    return (isVowel ? " an " : " a ") + word
  }

  /// How many a second, for what is done very often.
  private static func rate(_ nanoseconds: Double, _ unit: String) -> String {
    guard nanoseconds < 10_000, nanoseconds > 0 else { return "" }
    return "\(Int(1e9 / nanoseconds)) a second"
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int(value * 10 + 0.5)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func trimmed(_ line: String) -> Substring {
    line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.endIndex)]
  }

  /// Spaces after the text, or before it when the width is negative.
  private static func pad(_ text: String, to width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? spaces + text : text + spaces
  }
}
