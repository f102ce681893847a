internal import Language
internal import TerminalText

/// How words lie on a terminal.
enum ScreenText {
  /// The fewest columns that help is worth.
  private static let leastHelp = 12

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

  /// A column of words and a column of what they mean, cut to the width; the words alone, in columns,
  /// where there is no room for help.
  ///
  /// - Parameter height: The most rows; of more words those are shown that find room, and how many
  ///   more there are.
  static func withHelp(_ candidates: [Candidate], width: Int, height: Int) -> String {
    let words = candidates.map { $0.text.cleaned(.message) }
    let widest = words.map(\.columns).max() ?? 0
    guard width >= widest + 2 + leastHelp, height > 1 else {
      return inColumns(words, width: width)
    }
    let shown = words.count > height ? height - 1 : words.count
    var rows = zip(words, candidates).prefix(shown).map { word, candidate in
      let room = width - widest - 2
      let blanks = String(repeating: " ", count: widest + 2 - word.columns)
      let help = candidate.meaning.cleaned(.label)
      return help.isEmpty ? word : word + blanks + cut(help, to: room)
    }
    if shown < words.count { rows.append("… and \(words.count - shown) more") }
    return rows.joined(separator: "\n")
  }

  /// As much of a text as fits, with `…` behind what is cut.
  private static func cut(_ text: String, to width: Int) -> String {
    guard text.columns > width else { return text }
    var result = ""
    for character in text where (result + String(character)).columns < width {
      result.append(character)
    }
    return result + "…"
  }
}
