extension Statement {
  /// The statement with all ranges at 0 and without its tokens, to compare what two texts say.
  package var withoutRanges: Statement {
    switch self {
    case .command(let command):
      .command(command.withoutRanges)
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
    case .rule(let rule):
      .rule(
        Rule(
          condition: rule.condition.withoutRanges, action: rule.action.withoutRanges,
          range: .none, headerTokens: []))
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

extension Command {
  fileprivate var withoutRanges: Command {
    Command(
      verb: verb.withoutRange, form: form, arguments: arguments.map(\.withoutRanges), range: .none,
      tokens: [])
  }
}
