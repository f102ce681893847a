extension Expression {
  /// The value of a number or a percentage.
  package var number: Double? {
    switch kind {
    case .number(let value), .percent(let value): value
    default: nil
    }
  }

  /// The value of a number without a fraction, if an integer can hold it exactly.
  package var wholeNumber: Int? {
    guard case .number(let value) = kind, value >= -0x1p63, value < 0x1p63 else { return nil }
    let whole = Int(value)
    return Double(whole) == value ? whole : nil
  }

  /// The text of a word, a path or a string.
  package var text: String? {
    switch kind {
    case .word(let text), .path(let text), .string(let text): text
    default: nil
    }
  }

  /// What to say of a path that stands where a number is expected and reads as a formula.
  ///
  /// `a/b` and `n-1` in an argument are names of files; for such a one this is
  /// `a formula stands in parentheses: (n-1)`. It is nil for all other expressions.
  package var formulaHint: String? {
    guard case .path(let text) = kind, Parser.isFormula(text) else { return nil }
    return "a formula stands in parentheses: (\(text))"
  }
}
