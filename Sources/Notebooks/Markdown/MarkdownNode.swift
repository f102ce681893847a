/// A piece of a parsed Markdown text, as a value: what CommonMark made of the source, with
/// reference links resolved and character references decoded.
struct MarkdownNode: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case document
    case paragraph
    case heading(level: Int)
    case blockQuote
    case list(ListStyle)
    case listItem
    case codeBlock(text: String, fence: Fence?)
    case htmlBlock(String)
    case thematicBreak
    case table([Alignment])
    case tableRow(isHeader: Bool)
    case tableCell

    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case html(String)
    case emphasis
    case strong
    case link(url: String)
    case image
  }

  struct ListStyle: Sendable, Equatable {
    /// The first number of an ordered list; nil for bullets.
    var start: Int?
    var delimiter: String
    var isTight: Bool
  }

  /// The opening line of a fenced code block.
  struct Fence: Sendable, Equatable {
    /// The backtick or the tilde.
    var character: UInt8
    /// How many of them a closing line needs at least; the parser counts to 255.
    var length: Int
    /// The spaces before the fence, which are taken off the lines inside as well.
    var indent: Int
    /// What stands behind the fence.
    var info: String
  }

  enum Alignment: Sendable, Equatable {
    case left
    case center
    case right
  }

  var kind: Kind
  /// The line of the file on which it begins, counted from 1.
  var line: Int
  var children: [MarkdownNode] = []

  /// Whether it stands within a line of text.
  var isInline: Bool {
    switch kind {
    case .text, .softBreak, .lineBreak, .code, .html, .emphasis, .strong, .link, .image: true
    default: false
    }
  }

  /// Whether its children are of one kind, as the items of a list.
  var holdsOnlyParts: Bool {
    switch kind {
    case .list, .table, .tableRow: true
    default: false
    }
  }

  /// The text alone, without marks: what a heading is called.
  var plainText: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.plainText).joined()
    }
  }
}
