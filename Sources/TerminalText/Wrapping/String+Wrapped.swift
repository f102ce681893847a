extension String {
  /// The line, or lines of at most `width` columns broken between its words; the further ones have
  /// the indentation of the first, unless it leaves no room for words.
  ///
  /// A word that is longer than a line is left whole, so that it can be copied.
  ///
  /// - Parameter kept: Parts that are not broken where they fit a line, such as a line to type.
  package func wrapped(to width: Int, keeping kept: [Range<String.Index>] = []) -> [String] {
    guard columns > width else { return [self] }
    let blanks = prefix { $0 == " " }.count
    let indentation = String(repeating: " ", count: blanks > width / 2 ? 0 : blanks)
    let wrap = LineWrap(
      width: width - indentation.count, longWords: .whole, breaksEastAsianText: false)
    let whole = kept.filter { self[$0].columns <= width - indentation.count }
    let glyphs = indices.map { place in
      Glyph(self[place], isHard: self[place] == " " && whole.contains { $0.contains(place) })
    }
    return wrap.lines(of: glyphs).map { indentation + String($0.map { glyphs[$0].character }) }
  }

  /// The line in pieces of at most `width` columns, broken wherever a piece is full; a single wider
  /// character is a piece of its own. An empty line has no pieces.
  package func cut(to width: Int) -> [String] {
    var rest = map { Glyph($0) }[...]
    var pieces: [String] = []
    while !rest.isEmpty {
      let piece = LineWrap.fitting(rest, width)
      pieces.append(String(piece.map(\.character)))
      rest = rest[piece.endIndex...]
    }
    return pieces
  }
}
