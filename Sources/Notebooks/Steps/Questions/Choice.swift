/// An answer that is offered under a letter.
package struct Choice: Sendable, Equatable {
  /// The answer, in Markdown.
  package let text: PlacedText
  /// Whether it is right; of a prediction nothing is.
  package var isRight = false
  /// When it is what came; nil for what came where no other did, and for choices of questions.
  package var condition: PlacedText?
  /// What is said of it, in Markdown; nil for nothing.
  package var says: PlacedText?
}

extension Choice {
  /// The letter of a choice, counted from 0.
  static func letter(_ index: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(index, 25)))))
  }

  /// The choices with their letters: "a) bias".
  static func listed(_ choices: [Choice]) -> StepText {
    .several(
      choices.enumerated().map { .prose("\(letter($0.offset))\\) \($0.element.text.text)") })
  }

  /// What is said of a letter that is not offered; nil for a line that is no letter.
  static func remark(on typed: String, of count: Int) -> StepText? {
    guard typed.utf8.count == 1, let letter = typed.lowercased().first, letter.isLetter else {
      return nil
    }
    return .lines(["There is no \(letter): the letters are a to \(Self.letter(count - 1))."])
  }

  /// The choices that are meant by a line such as "b", "a c" or "a, c", by their indices; nil for a
  /// line that is no list of offered letters.
  static func indices(in typed: String, of count: Int) -> Set<Int>? {
    let letters = typed.lowercased().filter { !" ,)".contains($0) }
    var indices: Set<Int> = []
    for character in letters {
      guard let ascii = character.asciiValue, ascii >= UInt8(ascii: "a"),
        Int(ascii - UInt8(ascii: "a")) < count,
        indices.insert(Int(ascii - UInt8(ascii: "a"))).inserted
      else { return nil }
    }
    return indices.isEmpty ? nil : indices
  }
}
