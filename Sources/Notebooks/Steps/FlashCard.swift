/// A card of a deck, which has a front and a back.
package struct FlashCard: Sendable, Equatable {
  /// In which way it can be asked.
  package enum Form: Sendable, Equatable {
    /// A question: one thinks of the answer, and turns it over.
    case question
    /// A sentence with gaps, into which these words belong.
    case gaps([String])
    /// A term, whose meaning is on the back.
    case term
  }

  /// What is asked, in Markdown.
  package let front: PlacedText
  /// The answer, in Markdown.
  package let back: PlacedText
  /// How it can be asked.
  package let form: Form

  init(front: PlacedText, back: PlacedText, form: Form) {
    (self.front, self.back, self.form) = (front, back, form)
  }

  /// A card of a sentence whose gaps stand in braces; nil where it has none, or an empty one.
  init?(filling sentence: PlacedText) {
    var front = ""
    var words: [String] = []
    var rest = sentence.text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}"), rest.index(after: open) < close else {
        break
      }
      front += rest[..<open] + "(...)"
      words.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    guard !words.isEmpty else { return nil }
    self.init(
      front: PlacedText(text: front + rest, line: sentence.line),
      back: PlacedText(text: words.joined(separator: " · "), line: sentence.line),
      form: .gaps(words))
  }
}
