extension Expression {
  /// The expression in its canonical spelling, as it stands in a formula.
  package var formatted: String { elementText }

  /// The text of the expression between brackets and commas, and as a whole formula.
  var elementText: String {
    guard case .range(let range) = kind else { return text(.or) }
    return range.text { $0.text(.or) }
  }

  /// The text of the expression as a value in an argument, where formulas need parentheses.
  var argumentText: String {
    switch kind {
    case .binary, .unary(.not, _): return "(\(elementText))"
    case .unary(.negate, let operand): return "-" + operand.negatedText { $0.argumentText }
    case .range(let range): return range.text { $0.argumentText }
    case .index(let base, let indices): return base.indexedArgumentText + Expression.text(indices)
    case .number, .percent, .size, .string, .path, .word, .call, .matrix: return text(.or)
    }
  }

  private var indexedArgumentText: String {
    let isWhole = precedence == .primary
    return isWhole ? argumentText : "(\(elementText))"
  }

  /// The text behind a minus sign; digits there would become one number with the sign.
  private func negatedText(_ text: (Expression) -> String) -> String {
    switch kind {
    case .number(let value), .percent(let value):
      return value.sign == .minus ? text(self) : "(\(elementText))"
    case .range: return "(\(elementText))"
    default: return text(self)
    }
  }

  /// The text of the expression as an operand of something that binds as tightly as `minimum`.
  private func text(_ minimum: Precedence) -> String {
    guard let precedence, precedence >= minimum else { return "(\(elementText))" }
    switch kind {
    case .number(let value): return NumberLiteral.text(of: value)
    case .percent(let value): return NumberLiteral.percentText(of: value)
    case .size(let dimensions): return dimensions.map(String.init).joined(separator: "x")
    case .string(let text): return StringText.quoted(text)
    case .path(let text), .word(let text): return text
    case .range: return "(\(elementText))"
    case .call(let name, let arguments): return name.text + Expression.text(arguments)
    case .unary(.negate, let operand): return "-" + operand.negatedText { $0.text(.minus) }
    case .unary(.not, let operand): return "not " + operand.text(.not)
    case .binary(let sign, let left, let right): return Expression.text(sign, left, right)
    case .index(let base, let indices): return base.text(.primary) + Expression.text(indices)
    case .matrix(let rows): return "[\(rows.map(Expression.list).joined(separator: "; "))]"
    }
  }

  /// How tightly the expression holds together; nil for a range, which binds less than all.
  private var precedence: Precedence? {
    switch kind {
    case .number(let value), .percent(let value): value.sign == .minus ? .minus : .primary
    case .size, .string, .path, .word, .call, .index, .matrix: .primary
    case .unary(.negate, _): .minus
    case .unary(.not, _): .not
    case .binary(let sign, _, _): sign.precedence
    case .range: nil
    }
  }

  private static func text(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> String {
    let precedence = sign.precedence
    let leftText = left.text(precedence.ofLeftOperand)
    let rightText = right.text(precedence.ofRightOperand)
    let space = sign == .power ? "" : " "
    return leftText + space + sign.rawValue + space + rightText
  }

  private static func list(_ elements: [Expression]) -> String {
    elements.map(\.elementText).joined(separator: ", ")
  }

  private static func text(_ indices: [Expression]) -> String { "[\(list(indices))]" }

  private static func text(_ arguments: [Argument]) -> String {
    let texts = arguments.map { argument in
      switch argument {
      case .value(let value): value.elementText
      case .option(let option): option.name.text + "=" + list(option.values)
      }
    }
    return "(\(texts.joined(separator: ", ")))"
  }
}

extension ValueRange {
  fileprivate func text(_ bound: (Expression) -> String) -> String {
    let text = bound(from) + ".." + bound(to)
    switch step {
    case .none: return text
    case .by(let step): return text + " by " + bound(step)
    case .logarithmic(let count): return text + " log" + (count.map { " " + bound($0) } ?? "")
    }
  }
}
