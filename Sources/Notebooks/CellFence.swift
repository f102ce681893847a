import Language

/// A fenced code block that holds cells or a step, with its place in the file.
struct CellFence {
  enum Kind {
    case cells
    case step(LessonStepKind)

    init?(word: String) {
      if word == "overfit" {
        self = .cells
      } else if let kind = LessonStepTable.kinds.first(where: { $0.word == word }) {
        self = .step(kind)
      } else {
        return nil
      }
    }

    /// What it is, with its article: "a cell".
    var phrase: String {
      switch self {
      case .cells: "a cell"
      case .step(let kind): kind.phrase
      }
    }

    /// The words that an info string can begin with.
    static var words: [String] { ["overfit"] + LessonStepTable.kinds.map(\.word) }

    /// The word that was probably meant by an info string; nil where none is near, or the one that
    /// stands there is right.
    static func meant(by info: String) -> String? {
      if info == "overfit" { return nil }
      let first = info.prefix { !$0.isWhitespace }
      guard Kind(word: String(first)) == nil else { return nil }
      let isLetter = { (character: Character) in character.isASCII && character.isLetter }
      let word = info.drop { !isLetter($0) }.prefix(while: isLetter).lowercased()
      if words.contains(word) { return word }
      return Spelling.nearest(word, among: words).first
    }
  }

  let kind: Kind
  /// What stands behind the first word of the info string.
  let attributes: String
  /// The lines of the file from the opening fence to the closing one, counted from 1.
  let lines: ClosedRange<Int>
  /// The lines between the fences, counted from 1.
  let inside: Range<Int>
  /// How many columns of white space are taken off each line inside.
  let indent: Int

  /// Nil for a node that is something else.
  init?(_ node: MarkdownNode, _ lines: [TextLine]) {
    guard case .codeBlock(_, let fence?) = node.kind, lines.indices.contains(node.line - 1) else {
      return nil
    }
    // Nearly every fence is this one.
    let words =
      fence.info == "overfit" ? ["overfit"] : fence.info.split(maxSplits: 1) { $0.isWhitespace }
    guard let word = words.first, let kind = Kind(word: String(word)) else { return nil }
    self.kind = kind
    attributes = words.count > 1 ? String(words[1]).trimmedAtBothEnds : ""
    let closing = Self.closing(of: fence, openedOn: node.line, lines)
    inside = (node.line + 1)..<((closing ?? lines.count) + 1)
    self.lines = node.line...(closing.map { $0 + 1 } ?? lines.count)
    indent = fence.indent
  }

  /// The index of the line that closes a fence at the margin; nil where none does.
  static func closing(
    of fence: MarkdownNode.Fence, openedOn line: Int, _ lines: [TextLine]
  ) -> Int? {
    lines[line...].firstIndex {
      CellEscape.closes($0.text.utf8, character: fence.character, length: fence.length)
    }
  }

  /// The text of a line inside, without the indentation that it shares with the fence. A tab that
  /// is only partly taken off leaves spaces, as CommonMark has it.
  func text(of line: TextLine) -> String {
    if indent == 0 { return line.text }
    var column = 0
    var count = 0
    for byte in line.text.utf8 {
      guard column < indent, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") else { break }
      column += byte == UInt8(ascii: " ") ? 1 : 4 - column % 4
      count += 1
    }
    return String(repeating: " ", count: max(0, column - indent)) + line.text.droppingBytes(count)
  }
}
