// What an operation costs, in nanoseconds: `swift run -c release Benchmarks [part of a name …]`.

/// Prints a row for each benchmark whose name has one of the arguments in it, or for all.
@main
enum Main {
  static func main() {
    let wanted = CommandLine.arguments.dropFirst()
    for benchmark in BenchmarkCatalog.all
    where wanted.isEmpty || wanted.contains(where: { benchmark.name.contains($0) }) {
      let tenths = Int(benchmark.measure() * 10 + 0.5)
      let name = pad(benchmark.name, to: 44)
      let time = pad("\(tenths / 10).\(tenths % 10)", to: -8)
      print("\(name)\(time) ns a \(benchmark.unit)")
    }
  }

  /// Spaces after the text, or before it when the width is negative.
  private static func pad(_ text: String, to width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? spaces + text : text + spaces
  }
}
