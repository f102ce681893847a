import Language

/// A cell's source with its words told apart: the verb of each line, options, numbers, texts and comments.
struct SourceMarkup {
  /// The markup, whose letters are those of the source.
  private(set) var text = ""
  private var beginsLine = true

  /// - Parameter tokens: Those of the source; where they don't make it up, nothing is told apart.
  init(_ source: String, tokens: [Token]) {
    let read = tokens.map(\.printed).joined()
    guard read == source else {
      text = Self.escaped(source)
      return
    }
    for (index, token) in tokens.enumerated() {
      for trivia in token.leadingTrivia { add(trivia) }
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      add(token, isOption: next?.text == "=" && next?.leadingTrivia.isEmpty == true)
    }
  }

  private mutating func add(_ trivia: Trivia) {
    add(trivia.text, as: trivia.kind == .comment ? "note" : nil)
  }

  private mutating func add(_ token: Token, isOption: Bool) {
    let kind: String? =
      switch token.kind {
      case .word where beginsLine: "verb"
      case .word where isOption: "option"
      case .number, .percent, .size: "number"
      case .string, .path: "text"
      case .prose: "note"
      default: nil
      }
    add(token.text, as: kind)
    if token.kind != .end { beginsLine = token.kind == .newline }
  }

  private mutating func add(_ piece: String, as kind: String?) {
    let letters = Self.escaped(piece)
    text += kind.map { "<span class=\"\($0)\">\(letters)</span>" } ?? letters
  }

  private static func escaped(_ text: String) -> String {
    Markup.verbatim(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }
}
