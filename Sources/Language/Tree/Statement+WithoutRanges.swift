extension Statement {
  /// The statement with all ranges at 0 and without its tokens, to compare what two texts say.
  public var withoutRanges: Statement {
    switch self {
    case .command(let command):
      .command(
        Command(
          verb: command.verb.withoutRange, arguments: command.arguments.map(\.withoutRanges),
          range: .none, tokens: []))
    case .binding(let binding):
      .binding(
        Binding(
          name: binding.name.withoutRange, value: binding.value.withoutRanges, range: .none,
          tokens: []))
    case .loop(let loop):
      .loop(
        Loop(
          variable: loop.variable.withoutRange, values: loop.values.map(\.withoutRanges),
          body: loop.body.map(\.withoutRanges), range: .none, headerTokens: [], endTokens: []))
    case .edit(let edit):
      .edit(
        Edit(
          number: edit.number, numberRange: .none, statement: edit.statement?.withoutRanges,
          range: .none, tokens: []))
    case .note(let note): .note(Note(text: note.text, range: .none, tokens: []))
    case .blank: .blank(Blank(range: .none, tokens: []))
    case .malformed(let malformed):
      .malformed(Malformed(verb: malformed.verb?.withoutRange, range: .none, tokens: []))
    }
  }
}
