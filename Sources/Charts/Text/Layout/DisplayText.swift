/// Text as a terminal shows it: without what would steer the terminal, and by the columns it takes.
enum DisplayText {
  /// Takes out control and formatting characters; tabs and line ends become spaces.
  static func line(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isPlain) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isPlain(scalar) {
        scalars.append(scalar)
      } else if ["\t", "\n", "\u{2028}", "\u{2029}", "\u{85}"].contains(scalar) {
        scalars.append(" ")
      }
    }
    return String(scalars)
  }

  /// The lines of a text, each without what would steer the terminal.
  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      line(String($0))
    }
  }

  /// A line in 7-bit characters: letters lose their accents, signs become what they look like, and
  /// the rest a question mark.
  static func ascii(_ text: String) -> String {
    let text = line(text)
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.map { $0.isASCII ? String($0) : spelling(of: $0) }.joined()
  }

  /// How many columns a line takes.
  static func width(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? text.utf8.count : text.reduce(0) { $0 + width(of: $1) }
  }

  /// How many columns a character takes: 2 for East Asian wide ones and emoji.
  static func width(of character: Character) -> Int {
    character.unicodeScalars.contains(where: isWide) ? 2 : 1
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value >= 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
    default: return true
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: scalar.properties.isEmojiPresentation || scalar.value == 0xFE0F
    }
  }

  private static func spelling(of character: Character) -> String {
    if let sign = signs[character] { return sign }
    // "LATIN SMALL LETTER O WITH DIAERESIS" tells the letter without its accent.
    guard let name = character.unicodeScalars.first?.properties.name else { return "?" }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" else { return "?" }
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
