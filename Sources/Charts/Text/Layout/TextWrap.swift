/// Breaks lines that are too long for the width.
enum TextWrap {
  /// Breaks a line of prose between words; the further lines have the indentation of the first.
  ///
  /// A word that is longer than a line is left whole, so that it can be copied.
  static func prose(_ line: String, width: Int) -> [String] {
    guard DisplayText.width(line) > width else { return [line] }
    // An indentation that leaves no room for words is given up.
    let blanks = line.prefix { $0 == " " }.count
    let indentation = String(repeating: " ", count: blanks > width / 2 ? 0 : blanks)
    var lines: [String] = []
    var current = indentation
    for word in line.split(separator: " ") {
      let isFirst = current.count == indentation.count
      if !isFirst, DisplayText.width(current) + 1 + DisplayText.width(String(word)) > width {
        lines.append(current)
        current = indentation + word
      } else {
        current += (isFirst ? "" : " ") + word
      }
    }
    return lines + [current]
  }

  /// Joins facts by " · ". Where they do not fit one line, an indented one begins before a fact
  /// that opens a group, and wherever the next fact does not fit.
  static func facts(_ facts: [Fact], width: Int) -> [String] {
    guard !facts.isEmpty else { return [] }
    let texts = facts.map { DisplayText.line($0.text) }
    let whole = texts.joined(separator: " · ")
    if DisplayText.width(whole) <= width { return prose(whole, width: width) }
    var lines: [String] = []
    for (fact, text) in zip(facts, texts) {
      if let last = lines.last, !fact.opensGroup,
        DisplayText.width(last) + 3 + DisplayText.width(text) <= width
      {
        lines[lines.count - 1] = last + " · " + text
      } else {
        lines.append(lines.isEmpty ? text : "  " + text)
      }
    }
    return lines.flatMap { prose($0, width: width) }
  }
}
