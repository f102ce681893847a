/// What a student types into a gap, and whether it is the word that belongs there. Case, blanks, hyphens
/// between letters, commas between digits, an article before it and the plural are no matter, and a number
/// is what it comes to: 0.5, .5 and 50% are the same.
package struct GapAnswer: Sendable {
  private let spellings: Set<String>
  /// What it comes to; nil where it is no number.
  private let number: Double?

  /// Takes a text as it was typed, or as a card has it.
  package init(_ text: String) {
    var words = Self.words(of: text)
    if words.count > 1, ["a", "an", "the"].contains(words[0]) { words.removeFirst() }
    let word = words.joined()
    spellings = Self.singulars(of: word)
    number = word.contains(",") ? nil : TypedNumber(word)?.value
  }

  /// Whether two texts mean the same word; an empty one means none.
  package func means(_ other: GapAnswer) -> Bool {
    if let number, let otherNumber = other.number {
      // 17.2 / 100 is not 0.172 to the last bit.
      let size = max(number.magnitude, otherNumber.magnitude)
      return (number - otherNumber).magnitude <= size * 1e-15
    }
    return !spellings.isDisjoint(with: other.spellings)
  }

  /// The words in lower case, without what marks them in Markdown or ends a sentence.
  private static func words(of text: String) -> [String] {
    let letters = Array(text.lowercased().filter { !"*`\"'“”‘’".contains($0) })
    var spaced = ""
    for (index, letter) in letters.enumerated() {
      let isInside = index > 0 && index + 1 < letters.count
      let beside = isInside ? [letters[index - 1], letters[index + 1]] : []
      if isInside, letter == ",", beside.allSatisfy(\.isNumber) { continue }
      let isHyphen = isInside && "-‐‑–_".contains(letter) && beside.allSatisfy(\.isLetter)
      spaced.append(isHyphen ? " " : letter)
    }
    while let last = spaced.last, ".!?,;:".contains(last) || last.isWhitespace {
      spaced.removeLast()
    }
    return spaced.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// A word, and what it may be the plural of.
  private static func singulars(of word: String) -> Set<String> {
    guard !word.isEmpty else { return [] }
    var singulars: Set<String> = [word]
    guard word.count > 3, word.hasSuffix("s"), word.dropLast().last?.isLetter == true,
      !hasEnding(["ss", "us", "is", "as"], word)
    else { return singulars }
    singulars.insert(String(word.dropLast()))
    let stem = String(word.dropLast(2))
    if word.hasSuffix("es"), hasEnding(["ss", "us", "is", "as", "x", "z", "ch", "sh"], stem) {
      singulars.insert(stem)
    }
    if word.hasSuffix("ies") { singulars.insert(word.dropLast(3) + "y") }
    return singulars
  }

  private static func hasEnding(_ endings: [String], _ word: String) -> Bool {
    endings.contains { word.hasSuffix($0) }
  }
}
