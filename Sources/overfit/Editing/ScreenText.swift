internal import TerminalText

/// How words lie on a terminal.
enum ScreenText {
  /// Words in columns, read downwards, two blanks between them.
  static func inColumns(_ words: [String], width: Int) -> String {
    let widest = words.map(\.columns).max() ?? 0
    let columns = max((width + 1) / (widest + 2), 1)
    let rows = (words.count + columns - 1) / columns
    return (0..<rows).map { row in
      let cells = stride(from: row, to: words.count, by: rows).map { words[$0] }
      let padded = cells.dropLast().map { cell in
        cell + String(repeating: " ", count: widest + 2 - cell.columns)
      }
      return padded.joined() + (cells.last ?? "")
    }.joined(separator: "\n")
  }
}
