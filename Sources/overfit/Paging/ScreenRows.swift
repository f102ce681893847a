internal import TerminalText

/// How many rows of a terminal lines take.
enum ScreenRows {
  /// The rows of a line on a terminal of so many columns: one at least.
  static func count(_ line: String, columns: Int) -> Int {
    max(1, (visible(line).columns + columns - 1) / max(columns, 1))
  }

  /// The rows of lines under each other.
  static func count(_ lines: some Sequence<String>, columns: Int) -> Int {
    lines.reduce(0) { $0 + count($1, columns: columns) }
  }

  /// A line without the codes that colour it.
  private static func visible(_ line: String) -> String {
    guard line.utf8.contains(0x1B) else { return line }
    var text = String.UnicodeScalarView()
    var isCode = false
    for scalar in line.unicodeScalars {
      if isCode {
        isCode = scalar != "m"
      } else if scalar == "\u{1B}" {
        isCode = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
