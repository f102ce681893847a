/// Text that can be shown on a terminal without driving it.
///
/// A notebook may come from a stranger. What a terminal obeys instead of showing is taken out:
/// control characters (escape sequences begin with one), marks that change the direction of
/// the text so that a command reads otherwise than it runs, and other invisible formatting.
/// The joiners that emoji and some scripts are written with stay.
package enum PrintableText {
  /// A line without what a terminal obeys. A tab becomes spaces up to the next multiple of 4
  /// columns, a line ending becomes a space.
  package static func of(_ line: String) -> String {
    if line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return line }
    var result = String.UnicodeScalarView()
    var column = 0
    var previous: Unicode.Scalar = " "
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\t":
        let count = 4 - column % 4
        result.append(contentsOf: repeatElement(" ", count: count))
        column += count
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        result.append(" ")
        column += 1
      default:
        if isObeyed(scalar) { continue }
        result.append(scalar)
        column += DisplayWidth.of(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// A line in which what a terminal obeys is spelled out, as in `\u{1B}`, so that nothing is
  /// hidden. Tabs stay.
  static func escaped(_ line: String) -> String {
    if line.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7F) || $0 == 0x09 }) { return line }
    var result = ""
    for scalar in line.unicodeScalars {
      if scalar != "\t", isObeyed(scalar) || isLineEnding(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isLineEnding(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// Whether a terminal (or the reader's eye) is driven by a character rather than shown it.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: true
    case .format: scalar != "\u{200C}" && scalar != "\u{200D}"
    default: false
    }
  }
}
