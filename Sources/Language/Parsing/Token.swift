/// The smallest piece of a line that means something, with the space and comments before it.
///
/// The tokens of a script, one after the other, are its text to the byte.
package struct Token: Hashable, Sendable {
  /// What a token is.
  package enum Kind: Hashable, Sendable {
    /// A letter, then letters, digits and `_`.
    case word
    /// A number such as `1e-3`, `.5` or `60_000`.
    case number
    /// A number with a percent sign: `12%`.
    case percent
    /// Whole numbers joined by `x`: `3x3`.
    case size
    /// The unquoted name of a file or an address on the web.
    case path
    /// A text in double quotes.
    case string
    /// Prose, up to the end of the line.
    case prose
    /// A punctuation mark or an operator.
    case symbol(Symbol)
    /// The end of a line: `\n` or `\r\n`.
    case newline
    /// The end of the source: an empty text.
    case end
    /// Something that no line can hold.
    case fault(Fault)
  }

  /// Why a token can't stand in a line.
  package enum Fault: Hashable, Sendable {
    /// Digits that make no number: `12abc`, `1.2.3`.
    case number
    /// A text without its closing quote.
    case openString
    /// A character, or a run of them, that the language does not use.
    case character
  }

  /// What the token is.
  package var kind: Kind
  /// The token as typed.
  package var text: String
  /// Where `text` stands in the source.
  package var range: SourceRange
  /// What stands between the token before and this one.
  package var leadingTrivia: [Trivia]

  /// The token as it stands in the source, with what leads to it.
  package var printed: String { leadingTrivia.reduce("") { $0 + $1.text } + text }

  /// Whether a line ends here.
  var endsLine: Bool { kind == .newline || kind == .end }

  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }

  func isWord(_ word: String) -> Bool { kind == .word && text == word }
}

/// A piece of a source that means nothing: space, a comment, a continued line.
package struct Trivia: Hashable, Sendable {
  /// What the piece is.
  package enum Kind: Hashable, Sendable {
    /// Spaces, tabs and their like.
    case space
    /// `#` and what follows on the line.
    case comment
    /// `\` and the end of the line.
    case continuation
    /// The end of a line within brackets.
    case newline
  }

  /// What the piece is.
  package var kind: Kind
  /// The piece as typed.
  package var text: String
}
