extension Expression {
  /// The expression with all ranges at 0, to compare what two texts say.
  package var withoutRanges: Expression { Expression(kind.withoutRanges, range: .none) }
}

extension Expression.Kind {
  fileprivate var withoutRanges: Expression.Kind {
    switch self {
    case .number, .percent, .size, .string, .path, .word: self
    case .range(let range): .range(range.withoutRanges)
    case .call(let name, let arguments): .call(name.withoutRange, arguments.map(\.withoutRanges))
    case .unary(let sign, let operand): .unary(sign, operand.withoutRanges)
    case .binary(let sign, let left, let right):
      .binary(sign, left.withoutRanges, right.withoutRanges)
    case .index(let base, let indices): .index(base.withoutRanges, indices.map(\.withoutRanges))
    case .matrix(let rows): .matrix(rows.map { $0.map(\.withoutRanges) })
    }
  }
}

extension ValueRange {
  fileprivate var withoutRanges: ValueRange {
    ValueRange(from: from.withoutRanges, to: to.withoutRanges, step: step.withoutRanges)
  }
}

extension ValueRange.Step {
  fileprivate var withoutRanges: ValueRange.Step {
    switch self {
    case .none: .none
    case .by(let step): .by(step.withoutRanges)
    case .logarithmic(let count): .logarithmic(count?.withoutRanges)
    }
  }
}

extension Argument {
  /// The argument with all ranges at 0.
  package var withoutRanges: Argument {
    switch self {
    case .value(let value): .value(value.withoutRanges)
    case .option(let option):
      .option(
        Option(
          name: option.name.withoutRange, values: option.values.map(\.withoutRanges), range: .none))
    }
  }
}

extension Name {
  var withoutRange: Name { Name(text, range: .none) }
}

extension SourceRange {
  static let none = SourceRange(0, 0)
}
