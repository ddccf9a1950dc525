import Simulation

extension LessonLibrary {
  /// What worlds choose from: the patterns that compile, and the traces.
  ///
  /// - Parameter tell: hears, for each pattern that does not, where and why.
  public func shelf(telling tell: (String) -> Void = { _ in }) -> PatternShelf {
    var compiled: [Simulation.PatternFile] = []
    for file in patterns {
      do {
        compiled.append(try Simulation.PatternFile(name: file.name, text: file.text))
      } catch {
        tell("\(file.path):\(error)")
      }
    }
    return PatternShelf(compiled, traces: traces)
  }
}
