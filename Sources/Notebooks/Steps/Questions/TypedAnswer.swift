/// A line that is typed where a number is asked for.
enum TypedAnswer: Equatable {
  /// A number as it was typed.
  case number(String)
  /// A formula that comes to a number, and how `print` shows it.
  case formula(String, shown: String)
  /// A line for the prompt.
  case command
  /// Neither; why, as a sentence.
  case unreadable(String)

  init(_ typed: String, in session: some StepSession) {
    guard TypedNumber(typed) == nil else {
      self = .number(typed)
      return
    }
    guard !session.isCommand(typed), !typed.contains(where: \.isNewline) else {
      self = .command
      return
    }
    switch session.typedValue(of: typed) {
    case .number(let number, let shown) where number.isFinite:
      self = .formula("\(number)", shown: shown)
    case .number(_, let shown): self = .unreadable("\(typed) comes to \(shown).")
    case .other: self = .unreadable("\(typed) comes to something else than one number.")
    case .refused(let reason):
      // Several words without a sign of a formula may be a misspelled command.
      let isFormula = typed.contains { "()+*/^%".contains($0) }
      self =
        typed.contains(" ") && !isFormula
        ? .command : .unreadable("That is no number: \(reason).")
    }
  }
}
