/// What may follow a verb that is no word of the language; the command says which it is.
package enum CommandForm: Hashable, Sendable {
  /// Words, values and options.
  case arguments
  /// The same, where whole numbers may also stand behind commas, `plot runs 3,5`, and names behind two
  /// words: `plot search contour rate,units`.
  case argumentsWithLists
  /// One formula, which takes the rest of the line.
  case formula
  /// Formulas behind commas, and options behind them: `features x1^2, x1*x2 keep=no`.
  case formulas
}

/// The forms of the verbs that a session knows, as they are handed to whatever reads a line.
package struct CommandForms: Hashable, Sendable {
  private let forms: [String: CommandForm]

  /// Takes the form of each verb; without any, whatever follows a verb is arguments.
  package init(_ forms: [(verb: String, form: CommandForm)] = []) {
    self.forms = Dictionary(
      forms.map { ($0.verb, $0.form) }, uniquingKeysWith: { first, _ in first })
  }

  /// The form of a verb; an unknown one takes arguments.
  func form(of verb: String) -> CommandForm { forms[verb] ?? .arguments }
}
