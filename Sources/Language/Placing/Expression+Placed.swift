extension Expression {
  /// The expression with all ranges at 0, to compare what two texts say.
  package var withoutRanges: Expression { placed(.nowhere) }

  func placed(_ placement: Placement) -> Expression {
    Expression(kind.placed(placement), range: placement.range(range))
  }
}

extension Expression.Kind {
  fileprivate func placed(_ placement: Placement) -> Expression.Kind {
    switch self {
    case .number, .percent, .size, .string, .path, .word: self
    case .range(let range): .range(range.placed(placement))
    case .call(let name, let arguments):
      .call(name.placed(placement), arguments.map { $0.placed(placement) })
    case .unary(let sign, let operand): .unary(sign, operand.placed(placement))
    case .binary(let sign, let left, let right):
      .binary(sign, left.placed(placement), right.placed(placement))
    case .index(let base, let indices):
      .index(base.placed(placement), indices.map { $0.placed(placement) })
    case .matrix(let rows): .matrix(rows.map { $0.map { $0.placed(placement) } })
    }
  }
}

extension ValueRange {
  fileprivate func placed(_ placement: Placement) -> ValueRange {
    ValueRange(from: from.placed(placement), to: to.placed(placement), step: step.placed(placement))
  }
}

extension ValueRange.Step {
  fileprivate func placed(_ placement: Placement) -> ValueRange.Step {
    switch self {
    case .none: .none
    case .by(let step): .by(step.placed(placement))
    case .logarithmic(let count): .logarithmic(count?.placed(placement))
    }
  }
}

extension Argument {
  func placed(_ placement: Placement) -> Argument {
    switch self {
    case .value(let value): .value(value.placed(placement))
    case .option(let option): .option(option.placed(placement))
    }
  }
}

extension Option {
  func placed(_ placement: Placement) -> Option {
    Option(
      name: name.placed(placement), values: values.map { $0.placed(placement) },
      range: placement.range(range))
  }
}

extension Name {
  func placed(_ placement: Placement) -> Name { Name(text, range: placement.range(range)) }
}
