/// What may follow the first word of a line.
///
/// This table is the one place where the grammar looks at such a word; it has the words of the
/// language itself alone, and is told of the commands.
enum LineForm {
  /// The verb of a command, and what it takes.
  case command(CommandForm)
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

  init(word: String, _ forms: CommandForms) {
    switch word {
    case "note": self = .prose
    case "let": self = .binding
    case "for": self = .loop
    case "end": self = .loopEnd
    case "when": self = .rule
    case "edit": self = .edit
    default: self = .command(forms.form(of: word))
    }
  }
}
