extension WorkloadProblem {
  /// What is wrong, without what to do about unknown words: that is for whoever knows the nearest.
  public var message: String {
    switch self {
    case .unknown(let name, _): "there is no workload \(name)"
    case .unknownKey(let key, _): "workloads have no \(key)"
    case .noPair(let word): "\(word) is no setting — write keys=1M,requests=10M"
    case .repeated(let key): "\(key) is given twice — once is enough"
    case .noNumber(let key, let text):
      "\(key)=\(text) is no number — write 1000000 or 1M, and skew=0.9"
    case .outOfRange(let key, let text, let range):
      "\(key) is \(text) — write a number from \(range.lowerBound) to \(range.upperBound)"
    case .outOfDecimals(let key, let text, let range):
      "\(key) is \(text) — write a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
    }
  }
}
