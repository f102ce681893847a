extension Statement {
  /// The statement with all ranges at 0 and without its tokens, to compare what two texts say.
  package var withoutRanges: Statement { placed(.nowhere) }

  func placed(_ placement: Placement) -> Statement {
    switch self {
    case .command(let command):
      .command(command.placed(placement))
    case .binding(let binding):
      .binding(
        Binding(
          name: binding.name.placed(placement), value: binding.value.placed(placement),
          option: binding.option?.placed(placement), range: placement.range(binding.range),
          tokens: placement.tokens(binding.tokens)))
    case .loop(let loop):
      .loop(
        Loop(
          variable: loop.variable.placed(placement),
          values: loop.values.map { $0.placed(placement) },
          body: loop.body.map { $0.placed(placement) }, range: placement.range(loop.range),
          headerTokens: placement.tokens(loop.headerTokens),
          endTokens: placement.tokens(loop.endTokens)))
    case .rule(let rule):
      .rule(
        Rule(
          condition: rule.condition.placed(placement), action: rule.action.placed(placement),
          range: placement.range(rule.range), headerTokens: placement.tokens(rule.headerTokens)))
    case .edit(let edit):
      .edit(
        Edit(
          number: edit.number, numberRange: placement.range(edit.numberRange),
          statement: edit.statement?.placed(placement), opensEditor: edit.opensEditor,
          range: placement.range(edit.range), tokens: placement.tokens(edit.tokens)))
    case .note(let note):
      .note(
        Note(
          text: note.text, range: placement.range(note.range), tokens: placement.tokens(note.tokens)
        ))
    case .blank(let blank):
      .blank(
        Blank(range: placement.range(blank.range), tokens: placement.tokens(blank.tokens)))
    case .malformed(let malformed):
      .malformed(
        Malformed(
          verb: malformed.verb?.placed(placement), range: placement.range(malformed.range),
          tokens: placement.tokens(malformed.tokens)))
    }
  }
}

extension Command {
  fileprivate func placed(_ placement: Placement) -> Command {
    Command(
      verb: verb.placed(placement), form: form, arguments: arguments.map { $0.placed(placement) },
      range: placement.range(range),
      tokens: placement.tokens(tokens))
  }
}
