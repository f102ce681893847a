import TerminalText

/// Facts on lines.
enum FactLines {
  /// Joins facts by " · ". Where they do not fit one line, an indented one begins before a fact
  /// that opens a group, and wherever the next fact does not fit.
  static func of(_ facts: [Fact], width: Int) -> [String] {
    guard !facts.isEmpty else { return [] }
    let texts = facts.map { $0.text.cleaned(.label) }
    let whole = texts.joined(separator: " · ")
    // No character takes more columns than it has bytes.
    if whole.utf8.count <= width || whole.columns <= width { return [whole] }
    var lines: [String] = []
    for (fact, text) in zip(facts, texts) {
      if let last = lines.last, !fact.opensGroup,
        last.columns + 3 + text.columns <= width
      {
        lines[lines.count - 1] = last + " · " + text
      } else {
        lines.append(lines.isEmpty ? text : "  " + text)
      }
    }
    return lines.flatMap { $0.wrapped(to: width) }
  }
}
