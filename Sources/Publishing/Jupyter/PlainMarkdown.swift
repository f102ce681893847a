import Notebooks
import TerminalText

/// Markdown that loads nothing and brings no HTML of its own, as a page of the same notebook: tags are
/// letters, comments are gone, a picture is a link, and nothing turns or hides text.
struct PlainMarkdown {
  /// The text that is left.
  let text: String

  /// What is not plain of a text, as it stands there.
  private enum Piece {
    case tag(String)
    case picture
    /// What stays, and is passed over.
    case code(String)

    var isPlain: Bool { if case .code = self { true } else { false } }
  }

  init(_ markdown: String) {
    let clean = markdown.cleaned(.text)
    let pieces = Self.pieces(of: clean)
    if pieces.allSatisfy(\.isPlain) {
      text = clean
      return
    }
    let replaced = Self.replaced(pieces, in: clean)
    guard !Self.pieces(of: replaced).allSatisfy(\.isPlain) else {
      text = replaced
      return
    }
    // Where a piece can't be found, as one that is split by the marks of a quote, all are made letters.
    text = Self.each("![", of: Self.each("<", of: clean, is: "&lt;"), is: "[")
  }

  /// The tags, the pictures and the code of a text, in order.
  private static func pieces(of markdown: String) -> [Piece] {
    guard markdown.utf8.contains(UInt8(ascii: "<")) || markdown.contains("![") else { return [] }
    return (Prose(markdown: markdown, line: 1)?.nodes ?? []).flatMap(pieces)
  }

  private static func pieces(of node: MarkdownNode) -> [Piece] {
    switch node.kind {
    case .html(let text): return [.tag(text)]
    case .htmlBlock(let text):
      // In a quote the marks stand between its lines.
      return text.split(separator: "\n").map { .tag(String($0)) }
    case .code(let text): return [.code(text)]
    case .codeBlock(let text, _): return text.split(separator: "\n").map { .code(String($0)) }
    case .image: return [.picture] + node.children.flatMap(pieces)
    default: return node.children.flatMap(pieces)
    }
  }

  /// The text with its pieces replaced where they are found, each behind the one before it.
  private static func replaced(_ pieces: [Piece], in markdown: String) -> String {
    var rest = markdown[...]
    var text = ""
    for piece in pieces {
      let words =
        switch piece {
        case .tag(let text), .code(let text): text
        case .picture: "!["
        }
      guard !words.isEmpty, let place = rest.firstRange(of: words) else { continue }
      text += rest[..<place.lowerBound]
      rest = rest[place.upperBound...]
      switch piece {
      case .picture: text += "["
      case .code(let code): text += code
      case .tag(let tag) where tag.hasPrefix("<!--") && tag.hasSuffix("-->"): break
      case .tag(let tag): text += each("<", of: tag, is: "&lt;")
      }
    }
    return text + rest
  }

  private static func each(_ word: String, of text: String, is other: String) -> String {
    text.replacing(word, with: other)
  }
}
