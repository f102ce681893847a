/// The letters, digits and signs of the language in the place of those that only look like them: of
/// accents, of other scripts, and as wide as a Chinese letter.
package enum PlainLetter {
  /// A text with plain letters for those that look like them; what stands in quotes is the student's.
  package static func folded(_ source: String) -> String {
    var text = ""
    var isQuoted = false
    for scalar in source.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted || scalar.isASCII {
        text.unicodeScalars.append(scalar)
      } else {
        text += plain(scalar)
      }
    }
    return text
  }

  /// A sign that looks like one of the language as that one; others as they are.
  package static func plain(_ scalar: Unicode.Scalar) -> String {
    if let twin = twins[scalar] { return twin }
    // Signs as wide as a Chinese letter.
    if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
      return String(half)
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark: return ""
    case .spaceSeparator: return " "
    case .decimalNumber: return scalar.properties.numericValue.map { String(Int($0)) } ?? ""
    case .lowercaseLetter, .uppercaseLetter: return letter(scalar)
    default: return String(scalar)
    }
  }

  /// "LATIN SMALL LETTER E WITH ACUTE" is an e.
  private static func letter(_ scalar: Unicode.Scalar) -> String {
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
      words[3].count == 1
    else { return String(scalar) }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }

  /// Letters of other scripts that can't be told from ours, and ours that are two.
  private static let twins: [Unicode.Scalar: String] = {
    var twins: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"]
    let pairs = zip("асеіјорѕхуԁһԛԝνορικτα".unicodeScalars, "aceijopsxydhqwvopikta")
    for (twin, letter) in pairs { twins[twin] = String(letter) }
    return twins
  }()
}
