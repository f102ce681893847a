internal import CEditline
internal import TerminalText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How text lies on a terminal that wraps it.
enum ScreenText {
  /// The rows that the cursor goes down while the text is written from the first column.
  ///
  /// Counted as the line editor counts them, which asks the C library for every scalar's columns.
  static func rows(_ text: String, columns: Int) -> Int {
    var row = 0
    var column = 0
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        row += 1
        column = 0
        continue
      }
      let width = max(Int(wcwidth(wchar_t(scalar.value))), 0)
      if column + width > columns {
        row += 1
        column = 0
      }
      column += width
    }
    return column == columns ? row + 1 : row
  }

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
