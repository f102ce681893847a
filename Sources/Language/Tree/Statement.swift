/// One thing that a script says: mostly a line, and for a loop all of its lines.
package indirect enum Statement: Hashable, Sendable {
  /// A verb with its arguments.
  case command(Command)
  /// A name for a value.
  case binding(Binding)
  /// Lines that are done for several values.
  case loop(Loop)
  /// A command that waits for a condition.
  case rule(Rule)
  /// A change of a cell.
  case edit(Edit)
  /// A line of prose.
  case note(Note)
  /// An empty line or a comment.
  case blank(Blank)
  /// A line that could not be read.
  case malformed(Malformed)

  /// Where the statement stands, without the space and the comment around it.
  package var range: SourceRange {
    switch self {
    case .command(let command): command.range
    case .binding(let binding): binding.range
    case .loop(let loop): loop.range
    case .rule(let rule): rule.range
    case .edit(let edit): edit.range
    case .note(let note): note.range
    case .blank(let blank): blank.range
    case .malformed(let malformed): malformed.range
    }
  }

  /// All tokens in the order of the source; those of the body stand within those of a loop.
  package var tokens: [Token] {
    var tokens: [Token] = []
    appendTokens(to: &tokens)
    return tokens
  }

  private func appendTokens(to tokens: inout [Token]) {
    switch self {
    case .command(let command): tokens += command.tokens
    case .binding(let binding): tokens += binding.tokens
    case .loop(let loop):
      tokens += loop.headerTokens
      for statement in loop.body { statement.appendTokens(to: &tokens) }
      tokens += loop.endTokens
    case .rule(let rule): tokens += rule.headerTokens + rule.action.tokens
    case .edit(let edit):
      tokens += edit.tokens
      edit.statement?.appendTokens(to: &tokens)
    case .note(let note): tokens += note.tokens
    case .blank(let blank): tokens += blank.tokens
    case .malformed(let malformed): tokens += malformed.tokens
    }
  }

  /// The lines of the statement exactly as they stand in the source, the last newline included.
  package var printed: String { Statement.print(tokens) }

  /// The lines of the statement as they stand in the source, without the last newline.
  package var source: String { Statement.source(of: tokens) }

  static func print(_ tokens: [Token]) -> String {
    var text = ""
    for token in tokens {
      for trivia in token.leadingTrivia { text += trivia.text }
      text += token.text
    }
    return text
  }

  static func source(of tokens: [Token]) -> String {
    var tokens = tokens
    if let last = tokens.last, last.kind == .newline { tokens[tokens.count - 1].text = "" }
    return print(tokens)
  }
}
