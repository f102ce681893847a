extension StyledText {
  /// The text as lines of at most `width` columns, broken at spaces and between East Asian
  /// characters. A word that is wider than a line is broken where the line is full.
  /// - Parameter width: At least 2, so that every character fits.
  func wrapped(to width: Int) -> [StyledText] {
    glyphs.split(separator: Self.lineBreak, omittingEmptySubsequences: false).flatMap { line in
      Self.lines(of: line, width)
    }
  }

  /// The columns that the text needs if no word shall be cut.
  var widestWord: Int {
    let lines = glyphs.split(separator: Self.lineBreak)
    return lines.flatMap(Self.words).map(Self.width).max() ?? 0
  }

  private static let lineBreak = Glyph(character: "\n", style: [], width: 0)

  private static func lines(of glyphs: ArraySlice<Glyph>, _ width: Int) -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    var lineWidth = 0
    var space: Glyph?
    for word in words(of: glyphs) {
      if let first = word.first, first.isSpace {
        space = first
        continue
      }
      var wordWidth = Self.width(of: word)
      if !line.glyphs.isEmpty, lineWidth + (space == nil ? 0 : 1) + wordWidth > width {
        lines.append(line)
        line = StyledText()
        lineWidth = 0
      }
      if let space, !line.glyphs.isEmpty {
        line.glyphs.append(space)
        lineWidth += 1
      }
      space = nil
      var rest = word
      while wordWidth > width {
        let part = fitting(rest, width)
        lines.append(StyledText(part))
        let next = rest[part.endIndex...].drop { $0.isHard }
        wordWidth -= Self.width(of: rest[..<next.startIndex])
        rest = next
      }
      line.glyphs += rest
      lineWidth += wordWidth
    }
    if !line.glyphs.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func width(of glyphs: ArraySlice<Glyph>) -> Int {
    glyphs.reduce(0) { $0 + $1.width }
  }

  /// As much of a wide word as fits, up to its last inner space if it has one.
  private static func fitting(_ word: ArraySlice<Glyph>, _ width: Int) -> ArraySlice<Glyph> {
    var end = word.startIndex
    var used = 0
    while end < word.endIndex, used + word[end].width <= width || end == word.startIndex {
      used += word[end].width
      end += 1
    }
    if end < word.endIndex, !word[end].isHard,
      let space = word[..<end].lastIndex(where: \.isHard), space > word.startIndex
    {
      end = space
    }
    return word[..<end]
  }

  /// The pieces between which a line can be broken; each space is a piece of its own.
  private static func words(of glyphs: ArraySlice<Glyph>) -> [ArraySlice<Glyph>] {
    var words: [ArraySlice<Glyph>] = []
    var start = glyphs.startIndex
    for index in glyphs.indices {
      let isBorder =
        index > start && (glyphs[index].isSpace || canBreak(glyphs[index - 1], glyphs[index]))
      if isBorder {
        words.append(glyphs[start..<index])
        start = index
      }
    }
    if start < glyphs.endIndex { words.append(glyphs[start...]) }
    return words
  }

  /// Whether a line may end between two characters that no space separates.
  private static func canBreak(_ left: Glyph, _ right: Glyph) -> Bool {
    if left.isSpace { return true }
    if left.isHard || right.isHard || left.width < 2 && right.width < 2 { return false }
    return !closing.contains(right.character) && !opening.contains(left.character)
  }

  /// East Asian marks that don't begin a line.
  private static let closing: Set<Character> = [
    "、", "。", "，", "．", "）", "」", "』", "】", "〉", "》", "！", "？", "：", "；", ")", ".", ",",
    "!", "?", ":", ";", "]", "`", "*",
  ]
  /// East Asian marks that don't end a line.
  private static let opening: Set<Character> = ["（", "「", "『", "【", "〈", "《", "(", "[", "`", "*"]
}
