/// Text from files and strangers, made harmless for a terminal.
enum PrintableText {
  /// The text with a question mark for every control character but the tab and the line's end.
  static func of(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      let isHarmless = !isControl || scalar == "\t" || scalar == "\n"
      result.unicodeScalars.append(isHarmless ? scalar : "?")
    }
    return result
  }
}
