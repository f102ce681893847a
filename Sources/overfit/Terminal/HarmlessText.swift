/// Text from files and strangers, made harmless for a terminal.
enum HarmlessText {
  /// The text with a question mark for every character that a terminal obeys instead of showing:
  /// control characters but the tab and the line's end, and marks that change the direction of the
  /// text, so that a command would read otherwise than it runs.
  static func of(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(isShown(scalar) ? scalar : "?")
    }
    return result
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar == "\t" || scalar == "\n"
    // The joiners, which some scripts and emoji are written with, are harmless.
    case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
    case .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
