import CacheEngine

extension LessonQuestion {
  /// What an answer must look like, for messages and hints.
  public var expectation: String {
    switch prediction.form {
    case .choice:
      "a letter from \(options.first?.letter ?? "a") to \(options.last?.letter ?? "a")"
    case .number: "a number, such as answer \(sample)"
    case .words: "one or more words, such as answer cart:1 cart:2"
    }
  }

  private var sample: String {
    if case .duration? = right?.figure { "100ms" } else { "200" }
  }

  /// Reads an answer; nil when it does not look like one.
  func read(_ words: [String]) -> Answer? {
    switch prediction.form {
    case .choice: choice(words)
    case .number(let tolerance): number(words, tolerance)
    case .words: self.words(words)
    }
  }

  private func choice(_ words: [String]) -> Answer? {
    guard words.count == 1, let word = words.first?.lowercased(), word.count == 1,
      let index = options.firstIndex(where: { String($0.letter) == word })
    else { return nil }
    return Answer(given: word, isRight: options[index].isRight, distance: nil, option: index)
  }

  private func number(_ words: [String], _ tolerance: LessonPrediction.Tolerance) -> Answer? {
    let given = words.joined(separator: " ")
    guard let truth = right?.number, let number = LessonQuestion.number(given, like: right?.figure)
    else { return nil }
    let isRight = (number - truth).magnitude <= tolerance.distance(from: truth)
    // The rival that comes nearest, if it is nearer than the truth and as near as that would do.
    var best = isRight ? options.firstIndex { $0.isRight } : nil
    var nearest = (number - truth).magnitude
    for (index, option) in options.enumerated() where !isRight {
      guard !option.isRight, let rival = option.number else { continue }
      let distance = (number - rival).magnitude
      guard distance < nearest, distance <= tolerance.distance(from: rival) else { continue }
      nearest = distance
      best = index
    }
    let off = (number - truth).magnitude / max(truth.magnitude, 1e-9)
    return Answer(given: given, isRight: isRight, distance: off, option: best)
  }

  private func words(_ words: [String]) -> Answer? {
    guard !words.isEmpty else { return nil }
    let given = LessonQuestion.set(words)
    let option = options.firstIndex { option in
      LessonQuestion.set(of: option.text) == given
    }
    return Answer(
      given: words.joined(separator: " "), isRight: option.map { options[$0].isRight } ?? false,
      distance: nil, option: option)
  }

  /// The words of a text without order, repeats and commas.
  static func set(of text: String) -> [String] {
    set(text.split(separator: " ").map { String($0) })
  }

  /// Words without order, repeats and commas.
  private static func set(_ words: [String]) -> [String] {
    let plain = words.map { word in String(word.filter { $0 != "," }) }.filter { !$0.isEmpty }
    return plain.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// A number as people type it; beside a duration a bare number means milliseconds.
  static func number(_ text: String, like figure: ClaimFigure?) -> Double? {
    let text = String(text.filter { $0 != " " })
    switch figure {
    case .duration?:
      return Quantity.number(text).map { $0 * 1_000 } ?? Quantity.duration(text).map { Double($0) }
    case .ratio?:
      return Quantity.percent(text) ?? Quantity.number(text)
    default: return Quantity.number(text)
    }
  }

  /// An answer that is right, as it would be typed.
  var rightAnswer: String? {
    guard let right else { return nil }
    switch prediction.form {
    case .choice: return String(right.letter)
    case .words: return right.text
    case .number:
      switch right.figure {
      case .duration(let ticks)?: return "\(ticks)us"
      case let figure?: return figure.number.map { LessonQuestion.plain($0) }
      case nil: return Quantity.number(right.text) == nil ? nil : right.text
      }
    }
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? "\(Int64(number))" : "\(number)"
  }
}

extension LessonQuestion.Option {
  /// The number that the option stands for.
  var number: Double? { figure?.number ?? LessonQuestion.number(text, like: figure) }
}
