/// A piece of a parsed Markdown text, as a value: what CommonMark made of the source, with
/// reference links resolved and character references decoded.
package struct MarkdownNode: Sendable, Equatable {
  /// What a piece is.
  package enum Kind: Sendable, Equatable {
    /// The whole text.
    case document
    /// A paragraph.
    case paragraph
    /// A heading, from level 1 to 6.
    case heading(level: Int)
    /// A quotation.
    case blockQuote
    /// A list, whose children are its items.
    case list(ListStyle)
    /// An item of a list.
    case listItem
    /// Lines of code; one without a fence is indented.
    case codeBlock(text: String, fence: Fence?)
    /// Lines of HTML, as they stand there.
    case htmlBlock(String)
    /// A rule.
    case thematicBreak
    /// A table, with the side that each column stands at.
    case table([Alignment])
    /// A row of a table.
    case tableRow(isHeader: Bool)
    /// A cell of a table.
    case tableCell

    /// Letters that mean themselves.
    case text(String)
    /// The end of a line within a paragraph.
    case softBreak
    /// The end of a line that is to be seen.
    case lineBreak
    /// Code within a line.
    case code(String)
    /// A tag of HTML, as it stands there.
    case html(String)
    /// What is stressed.
    case emphasis
    /// What is stressed more.
    case strong
    /// A link, whose children are its text.
    case link(url: String)
    /// A picture, whose children are what is said in its place.
    case image
  }

  /// How the items of a list are marked.
  package struct ListStyle: Sendable, Equatable {
    /// The first number of an ordered list; nil for bullets.
    package var start: Int?
    /// What stands behind a number.
    package var delimiter: String
    /// Whether no empty line stands between the items.
    package var isTight: Bool
  }

  /// The opening line of a fenced code block.
  package struct Fence: Sendable, Equatable {
    /// The backtick or the tilde.
    package var character: UInt8
    /// How many of them a closing line needs at least; the parser counts to 255.
    package var length: Int
    /// The spaces before the fence, which are taken off the lines inside as well.
    package var indent: Int
    /// What stands behind the fence.
    package var info: String
  }

  /// The side that a column stands at.
  package enum Alignment: Sendable, Equatable {
    /// The left one, as where nothing is said.
    case left
    /// Neither.
    case center
    /// The right one.
    case right
  }

  /// What it is.
  package var kind: Kind
  /// The line of the file on which it begins, counted from 1.
  package var line: Int
  /// What it is made of, in order.
  package var children: [MarkdownNode] = []

  /// Whether it stands within a line of text.
  package var isInline: Bool {
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
  package var plainText: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.plainText).joined()
    }
  }
}
