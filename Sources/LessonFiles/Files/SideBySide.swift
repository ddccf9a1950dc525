import Dispatch
import Synchronization

/// Independent work on all processors.
enum SideBySide {
  /// What `work` makes of each input; results stand where their inputs stand, whoever is done first.
  static func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ work: @Sendable (Input) -> Output
  ) -> [Output] {
    let results = Mutex([Output?](repeating: nil, count: inputs.count))
    DispatchQueue.concurrentPerform(iterations: inputs.count) { place in
      let result = work(inputs[place])
      results.withLock { $0[place] = result }
    }
    return results.withLock { $0 }.compactMap(\.self)
  }
}
