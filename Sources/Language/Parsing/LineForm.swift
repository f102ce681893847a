/// What may follow the first word of a line.
///
/// This table is the one place where the grammar looks at a verb.
enum LineForm {
  /// Words, values and options.
  case arguments
  /// One formula.
  case formula
  /// Prose.
  case prose
  /// A name, `=` and a formula.
  case binding
  /// A name, `in` and values; a loop begins.
  case loop
  /// Nothing; a loop ends.
  case loopEnd
  /// A formula, `do` and a command.
  case rule
  /// The number of a cell, and a line.
  case edit

  init(verb: String) {
    switch verb {
    case "print", "check": self = .formula
    case "note": self = .prose
    case "let": self = .binding
    case "for": self = .loop
    case "end": self = .loopEnd
    case "when": self = .rule
    case "edit": self = .edit
    default: self = .arguments
    }
  }
}
