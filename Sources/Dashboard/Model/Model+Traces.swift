import Tutor

extension Model {
  /// Records what was read and executes the line that waited for it; with anything wrong nothing
  /// happens, and the line stands in the prompt again.
  mutating func take(_ traces: [FoundTrace], for line: String, isTyped: Bool) -> [Effect] {
    do {
      try tutor.take(traces)
    } catch {
      refuse(line, error, isTyped: isTyped)
      return [.write(tutor.takeUnwritten())]
    }
    return [.write(tutor.takeUnwritten())] + run(line, isTyped: isTyped)
  }
}
