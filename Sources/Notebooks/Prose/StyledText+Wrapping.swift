import TerminalText

extension StyledText {
  /// The text as lines of at most `width` columns, broken at spaces and between East Asian
  /// characters. A word that is wider than a line is broken where the line is full.
  /// - Parameter width: At least 2, so that every character fits.
  func wrapped(to width: Int) -> [StyledText] {
    let wrap = Self.wrap(to: width)
    return lines.flatMap { line in
      wrap.lines(of: line.map(\.plain)).map { places in
        StyledText(places.map { line[line.startIndex + $0] })
      }
    }
  }

  /// The columns that the text needs if no word shall be cut.
  var widestWord: Int {
    let wrap = Self.wrap(to: .max)
    return lines.map { wrap.widestWord(of: $0.map(\.plain)) }.max() ?? 0
  }

  private static func wrap(to width: Int) -> LineWrap {
    LineWrap(width: width, longWords: .broken, breaksEastAsianText: true)
  }

  /// The text between its line breaks.
  private var lines: [ArraySlice<Glyph>] {
    glyphs.split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak)
  }
}
