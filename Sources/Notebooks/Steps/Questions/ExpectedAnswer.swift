/// An answer that is expected of a student, right or wrong, with what is said of it.
struct ExpectedAnswer: Sendable, Equatable {
  /// What it is told by.
  enum Form: Sendable, Equatable {
    /// A number that a formula comes to in the student's session, and how far off it may be, by
    /// another one; nil for as `print` shows it.
    case number(PlacedText, within: PlacedText?)
    /// A text of one of these looks.
    case text([TextPattern])
  }

  let form: Form
  /// The line of the file, counted from 1.
  let line: Int
  /// What is said of it, in Markdown; nil for nothing.
  var says: PlacedText?

  /// Reads what stands behind `answer` or `wrong`; nil for a list of patterns that is malformed.
  init?(_ part: StepPart) {
    line = part.line
    if part.text.hasPrefix("\"") {
      guard let patterns = TextPattern.list(part.text) else { return nil }
      form = .text(patterns)
      return
    }
    guard let within = part.text.range(ofWord: "within") else {
      form = .number(part.placed, within: nil)
      return
    }
    let formula = String(part.text[..<within.lowerBound]).trimmedAtBothEnds
    let tolerance = String(part.text[within.upperBound...]).trimmedAtBothEnds
    guard !formula.isEmpty, !tolerance.isEmpty else { return nil }
    form = .number(
      PlacedText(text: formula, line: line), within: PlacedText(text: tolerance, line: line))
  }

  var isText: Bool {
    if case .text = form { true } else { false }
  }
}

extension String {
  /// Where a word stands between blanks, last.
  fileprivate func range(ofWord word: String) -> Range<Index>? {
    var found: Range<Index>?
    var start = startIndex
    while let blank = self[start...].firstIndex(of: " ") {
      let rest = self[index(after: blank)...]
      let next = rest.firstIndex(of: " ") ?? endIndex
      if rest[..<next] == word { found = blank..<next }
      start = index(after: blank)
    }
    return found
  }
}

// Judging what is typed.
extension ExpectedAnswer {
  /// How far off a number may be; nil where the answer says nothing of it.
  var tolerance: PlacedText? {
    if case .number(_, let within) = form { within } else { nil }
  }

  /// Whether a line is this answer.
  /// - Parameter usual: How far off a number may be, where the answer says nothing of it.
  func isMet(by typed: String, in session: some StepSession, orWithin usual: PlacedText?) -> Bool {
    switch form {
    case .text(let patterns): return patterns.contains { $0.matches(typed) }
    case .number(let formula, let within):
      guard let number = TypedNumber(typed)?.value,
        case .number(let value, let text) = session.value(of: formula.text)
      else { return false }
      guard let within = within ?? usual else {
        return number == value || session.value(of: "\(number)").text == text
      }
      guard case .number(let tolerance, _) = session.value(of: within.text) else { return false }
      return (number - value).magnitude <= tolerance
    }
  }

  /// Whether a percentage is asked for: how far off it may be is one or, where that is left open, it is
  /// one itself.
  var isPercentage: Bool {
    guard case .number(let formula, let within) = form else { return false }
    return (within ?? formula).text.hasSuffix("%")
  }

  /// Whether a line is this text to the letter, and not one of many that look so.
  func isSpelledOut(by typed: String) -> Bool {
    guard case .text(let patterns) = form else { return false }
    return patterns.contains { $0.isWhole && $0.matches(typed) }
  }

  /// The answer as it is shown: the first text that is a whole one. Of looks alone nothing where
  /// something is said of the answer, and else the first without its stars.
  func text(in session: some StepSession) -> String {
    switch form {
    case .text(let patterns):
      patterns.first(where: \.isWhole)?.text ?? (says == nil ? patterns.first?.example ?? "" : "")
    case .number(let formula, _):
      switch session.value(of: formula.text) {
      case .number(let value, let text):
        isPercentage ? TypedNumber(value).percentage ?? text : text
      case let other: other.text
      }
    }
  }

  /// Lines that are this answer; none, and a fault, where a formula gives no number.
  func examples(in run: inout some StepReplay) -> [String] {
    switch form {
    case .text(let patterns): patterns.map(\.example)
    case .number(let formula, _):
      run.number(of: formula).map { number in
        let text = "\(number)"
        return [text.hasSuffix(".0") ? String(text.dropLast(2)) : text]
      } ?? []
    }
  }
}
