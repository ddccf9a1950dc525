// Progress from one machine to another.
//
// What is exported is the file that is kept anyway, without what only means something here. Reading
// it is strict, unlike at a start: somebody stands by who can repair a line, and nothing of a broken
// file may count. Taking it over loses nothing on either side, and doing it twice changes nothing.

extension Progress {
  /// Bytes of a file that is read from elsewhere.
  public static let importLimit = 1024 * 1024

  /// What may leave this machine: the recordings stay where they are.
  public var exported: Progress {
    var copy = self
    copy.resume?.session = nil
    return copy
  }

  /// Reads a file that was exported, all of it.
  ///
  /// - Throws: the first line that is wrong.
  public static func read(bytes: [UInt8], path: String) throws(ProgressError) -> Progress {
    func error(_ kind: ProgressError.Kind, at line: SourceLine = .whole) -> ProgressError {
      ProgressError(path: path, line: line, kind: kind)
    }
    guard bytes.count <= importLimit else { throw error(.tooLarge(limit: importLimit)) }
    let reading = parse(bytes: bytes)
    if let format = reading.newerFormat {
      throw error(.newerFormat(format, known: currentFormat), at: SourceLine(1))
    }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    if let line = reading.damage.first {
      guard line.number > 1 else { throw error(.notProgress, at: line) }
      guard let text = String(validating: lines[line.number - 1], as: UTF8.self) else {
        throw error(.notText, at: line)
      }
      throw error(.badLine(text.trimmed), at: line)
    }
    // A line of which a part is missing often looks like a whole one.
    guard bytes.last == 10 else { throw error(.cutOff, at: SourceLine(lines.count)) }
    return reading.progress.exported
  }

  /// Takes over what somebody has done elsewhere.
  ///
  /// The better result stays. Where both have answered a prediction, the better answer counts, and
  /// every wrong belief that either has shown stays in the ledger.
  public mutating func takeOver(_ other: Progress) {
    merge(other)
    for lesson in other.lessons { self[lesson.id].settle(with: lesson) }
  }
}

extension LessonProgress {
  /// Decides the predictions that both have answered.
  fileprivate mutating func settle(with other: LessonProgress) {
    for theirs in other.predictions {
      guard let own = predictions.first(where: { $0.isSameQuestion(as: theirs) }) else { continue }
      var (better, worse) = own.isWorse(than: theirs) ? (theirs, own) : (own, theirs)
      if let belief = worse.misconception, belief != better.misconception {
        if better.misconception == nil {
          better.misconception = belief
        } else {
          remember(belief, of: better)
        }
      }
      replace(better)
    }
  }

  /// A second belief has no place in the prediction; one that came up when it was asked again has.
  private mutating func remember(_ belief: String, of prediction: Prediction) {
    var known =
      review(step: prediction.step, number: prediction.number)
      ?? Review(step: prediction.step, number: prediction.number, sitting: 0)
    guard !known.misconceptions.contains(belief) else { return }
    known.misconceptions.insert(belief, at: 0)
    review(known)
  }
}

extension LessonProgress.Prediction {
  /// Ties are broken by name, so that it does not matter who takes over whose progress.
  fileprivate func isWorse(than other: Self) -> Bool {
    (score, misconception ?? "") < (other.score, other.misconception ?? "")
  }
}
