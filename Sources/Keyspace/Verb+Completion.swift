extension Verb {
  /// What may stand after `words` (complete words after the verb's name): leaves only, that is
  /// arguments to fill in and options by their word, each in the order of the syntax.
  ///
  /// Empty when nothing more may follow or when the words do not fit the syntax.
  public func expected(after words: [[UInt8]]) -> [VerbParameter] {
    if !subcommands.isEmpty {
      guard let first = words.first else {
        return subcommands.map { .option($0.lastName.uppercased(), nil) }
      }
      let wanted = name + "|" + String(decoding: first, as: UTF8.self).lowercased()
      let subcommand = subcommands.first { $0.name == wanted }
      return subcommand?.expected(after: Array(words.dropFirst())) ?? []
    }
    var position = 0
    var options: [VerbParameter] = []
    for parameter in parameters {
      switch parameter {
      case .optional: options.append(parameter)
      case .repeated(let round): return [round[max(0, words.count - position) % round.count]]
      default:
        if position == words.count { return [parameter] }
        position += 1
      }
    }
    return Verb.expected(among: options, after: words[position...])
  }

  /// Options stand in any order, each group once.
  private static func expected(
    among options: [VerbParameter], after words: ArraySlice<[UInt8]>
  ) -> [VerbParameter] {
    var left = options
    var words = words
    while let word = words.popFirst() {
      guard let (index, argument) = match(word, among: left) else { return [] }
      left.remove(at: index)
      if let argument, words.popFirst() == nil { return [argument] }
    }
    return left.flatMap(\.beginnings)
  }

  private static func match(
    _ word: [UInt8], among options: [VerbParameter]
  ) -> (index: Int, argument: VerbParameter?)? {
    let typed = String(decoding: word, as: UTF8.self).uppercased()
    for (index, option) in options.enumerated() {
      for beginning in option.beginnings {
        switch beginning {
        case .option(typed, let argument): return (index, argument)
        case .argument: return (index, nil)
        default: continue
        }
      }
    }
    return nil
  }
}

extension VerbParameter {
  /// The leaves with which this part can begin.
  var beginnings: [VerbParameter] {
    switch self {
    case .argument, .option: [self]
    case .choice(let parts): parts.flatMap(\.beginnings)
    case .optional(let part): part.beginnings
    case .repeated(let parts): parts.first?.beginnings ?? []
    }
  }
}
