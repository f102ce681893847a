/// Breaks text that is too long for the width into lines, between words and never within a
/// character.
///
/// Spaces between words become one within a line, and none where it is broken.
package struct LineWrap: Sendable {
  /// What becomes of a word that is wider than a line.
  package enum LongWords: Sendable {
    /// It stays whole on a line of its own, so that it can be copied.
    case whole
    /// It is broken where the line is full, at a hard space if it has one.
    case broken
  }

  private let width: Int
  private let longWords: LongWords
  private let breaksEastAsianText: Bool

  /// Makes a rule of wrapping.
  ///
  /// - Parameters:
  ///   - width: The columns of a line; a single wider character has a line of its own.
  ///   - longWords: What becomes of a word that is wider than a line.
  ///   - breaksEastAsianText: Whether a line may end between wide characters, which have no spaces
  ///     between them, but not before a closing or behind an opening mark.
  package init(width: Int, longWords: LongWords, breaksEastAsianText: Bool) {
    self.width = width
    self.longWords = longWords
    self.breaksEastAsianText = breaksEastAsianText
  }

  /// The lines of a text, each as the places of its characters in the text; one, without
  /// characters, of a text that is empty or only spaces.
  package func lines(of glyphs: [Glyph]) -> [[Int]] {
    var lines = Lines()
    for word in words(of: glyphs) {
      if let first = word.first, first.isSpace {
        lines.space = word.startIndex
        continue
      }
      var columns = Self.columns(of: word)
      lines.begin(wordOf: columns, within: width)
      var rest = word
      while longWords == .broken, columns > width {
        let part = Self.fitting(rest, width)
        lines.end(with: part)
        let next = rest[part.endIndex...].drop { $0.isHard }
        columns -= Self.columns(of: rest[..<next.startIndex])
        rest = next
      }
      lines.append(rest, columns: columns)
    }
    return lines.finished
  }

  /// The columns that the text needs if no word shall be broken.
  package func widestWord(of glyphs: [Glyph]) -> Int {
    words(of: glyphs).map { Self.columns(of: $0) }.max() ?? 0
  }

  /// As much of a wide word as fits, but at least one character, up to its last inner hard space if
  /// it has one.
  static func fitting(_ word: ArraySlice<Glyph>, _ width: Int) -> ArraySlice<Glyph> {
    var end = word.startIndex
    var used = 0
    while end < word.endIndex, used + word[end].columns <= width || end == word.startIndex {
      used += word[end].columns
      end += 1
    }
    if end < word.endIndex, !word[end].isHard,
      let space = word[..<end].lastIndex(where: \.isHard), space > word.startIndex
    {
      end = space
    }
    return word[..<end]
  }

  static func columns(of glyphs: ArraySlice<Glyph>) -> Int {
    glyphs.reduce(0) { $0 + $1.columns }
  }

  /// The pieces between which a line can be broken; each space is a piece of its own.
  private func words(of glyphs: [Glyph]) -> [ArraySlice<Glyph>] {
    var words: [ArraySlice<Glyph>] = []
    var start = glyphs.startIndex
    for index in glyphs.indices where index > start {
      if glyphs[index].isSpace || canBreak(glyphs[index - 1], glyphs[index]) {
        words.append(glyphs[start..<index])
        start = index
      }
    }
    if start < glyphs.endIndex { words.append(glyphs[start...]) }
    return words
  }

  /// Whether a line may end between two characters, of which the right one is no space.
  private func canBreak(_ left: Glyph, _ right: Glyph) -> Bool {
    if left.isSpace { return true }
    guard breaksEastAsianText, !left.isHard, !right.isHard, max(left.columns, right.columns) > 1
    else { return false }
    return !Self.closing.contains(right.character) && !Self.opening.contains(left.character)
  }

  /// Marks that don't begin a line.
  private static let closing: Set<Character> = [
    "、", "。", "，", "．", "）", "」", "』", "】", "〉", "》", "！", "？", "：", "；", ")", ".", ",",
    "!", "?", ":", ";", "]", "`", "*",
  ]
  /// Marks that don't end a line.
  private static let opening: Set<Character> = ["（", "「", "『", "【", "〈", "《", "(", "[", "`", "*"]
}

/// Lines while they are filled.
private struct Lines {
  /// The place of the space before the next word.
  var space: Int?
  private var full: [[Int]] = []
  private var line: [Int] = []
  private var columns = 0

  var finished: [[Int]] { line.isEmpty && !full.isEmpty ? full : full + [line] }

  /// Makes room for a word: a space before it, or a new line if it does not fit.
  mutating func begin(wordOf wordColumns: Int, within width: Int) {
    let gap = space == nil ? 0 : 1
    if !line.isEmpty, columns + gap + wordColumns > width { end(with: []) }
    if let space, !line.isEmpty {
      line.append(space)
      columns += 1
    }
    space = nil
  }

  mutating func append(_ glyphs: ArraySlice<Glyph>, columns added: Int) {
    line += glyphs.indices
    columns += added
  }

  mutating func end(with glyphs: ArraySlice<Glyph>) {
    full.append(line + glyphs.indices)
    line = []
    columns = 0
  }
}
