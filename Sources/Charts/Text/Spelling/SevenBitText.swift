import TerminalText

/// Text in 7-bit characters, for pictures that must be right on every terminal.
enum SevenBitText {
  /// A line in 7-bit characters: letters lose their accents, signs become what they look like, and
  /// the rest a question mark. What would steer the terminal is left out.
  static func of(_ text: String) -> String {
    let text = text.cleaned(.label)
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.map { spelling(of: $0) ?? "?" }.joined()
  }

  /// What can be spelled of a text, and whether that is all of it.
  static func spelled(_ text: String) -> (text: String, isWhole: Bool) {
    let parts = text.cleaned(.label).map(spelling)
    return (parts.compactMap(\.self).joined(), parts.allSatisfy { $0 != nil })
  }

  private static func spelling(of character: Character) -> String? {
    if character.isASCII { return String(character) }
    if let sign = signs[character] { return sign }
    // "LATIN SMALL LETTER O WITH DIAERESIS" tells the letter without its accent.
    guard let name = character.unicodeScalars.first?.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" else { return nil }
    let letter = String(words[3])
    return words[1] == "SMALL" ? letter.lowercased() : letter
  }

  private static let signs: [Character: String] = [
    "ß": "ss", "·": "-", "–": "-", "—": "-", "−": "-", "…": "...", "×": "x", "±": "+/-",
    "→": "->", "≤": "<=", "≥": ">=", "²": "^2", "³": "^3", "°": "deg", "µ": "u",
    "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'", "α": "alpha", "β": "beta",
    "γ": "gamma", "ε": "epsilon", "η": "eta", "λ": "lambda", "μ": "mu", "σ": "sigma",
  ]
}
