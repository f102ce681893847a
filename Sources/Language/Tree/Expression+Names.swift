extension Expression {
  /// The words that stand for a value, in the order of the source; those that a function or a
  /// setting is given, such as the split in `error(validation)`, mean what it makes of them.
  package var names: [Name] {
    switch kind {
    case .word(let word): [Name(word, range: range)]
    case .unary(_, let operand): operand.names
    case .binary(_, let left, let right): left.names + right.names
    case .index(let base, let indices): base.names + indices.flatMap(\.names)
    case .matrix(let rows): rows.flatMap { $0.flatMap(\.names) }
    case .range(let range):
      range.from.names + range.to.names + (range.step.expression?.names ?? [])
    case .number, .percent, .size, .string, .path, .call: []
    }
  }
}
