extension Statement {
  /// The statement in its canonical spelling, without comments; a loop has several lines.
  ///
  /// Read again, it gives the same tree, ranges and tokens aside. A malformed statement is spelled
  /// as it was typed.
  package var formatted: String {
    switch self {
    case .command(let command): command.formatted
    case .binding(let binding):
      "let \(binding.name.text) = \(binding.value.formatted)"
        + (binding.option.map { " \($0.formatted)" } ?? "")
    case .loop(let loop): loop.formatted
    case .rule(let rule):
      "when \(rule.condition.formatted) do \(rule.action.formatted)"
    case .edit(let edit):
      "edit \(edit.number)" + (edit.opensEditor ? " editor=yes" : "")
        + (edit.statement.map { " " + $0.formatted } ?? "")
    case .note(let note): note.text.isEmpty ? "note" : "note \(note.text)"
    case .blank: ""
    case .malformed: source
    }
  }
}

extension Script {
  /// All statements in their canonical spelling, each on lines of its own.
  package var formatted: String { statements.reduce(into: "") { $0 += $1.formatted + "\n" } }
}

extension Loop {
  fileprivate var formatted: String {
    let list = values.map(\.argumentText).joined(separator: ", ")
    let header = "for \(variable.text) in \(list)\n"
    let lines = body.map { statement in
      statement.formatted.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "\n" : "  \($0)\n"
      }.joined()
    }
    return header + lines.joined() + "end"
  }
}

extension Command {
  /// The command in its canonical spelling.
  package var formatted: String {
    if form == .formula {
      let texts = [verb.text] + values.map(\.formatted) + options.map(\.formatted)
      return texts.joined(separator: " ")
    }
    if form == .formulas {
      let formulas = values.map(\.formatted).joined(separator: ", ")
      let texts = [verb.text, formulas] + options.map(\.formatted)
      return texts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    var text = verb.text
    var previous: Expression?
    for argument in arguments {
      switch argument {
      case .value(let value):
        text += " " + value.text(after: previous)
        previous = value
      case .option(let option):
        text += " " + option.formatted
        previous = option.values.last
      }
    }
    return text
  }
}

extension Option {
  /// The option in its canonical spelling: `l2=0,0.01`.
  package var formatted: String {
    "\(name.text)=" + values.map(\.argumentText).joined(separator: ",")
  }
}

extension Expression {
  /// The text of a value in an argument; behind a range the words `by` and `log` need parentheses
  /// where they are not its step, and behind its `log` a number that is not its count.
  fileprivate func text(after previous: Expression?) -> String {
    let text = argumentText
    guard case .range(let range) = previous?.kind else { return text }
    switch range.step {
    case .none:
      let word = text.utf8.prefix { $0.isWordByte }
      return word.elementsEqual("by".utf8) || word.elementsEqual("log".utf8) ? "(\(text))" : text
    case .logarithmic(nil): return beginsWithNumber ? "(\(text))" : text
    case .by, .logarithmic: return text
    }
  }

  private var beginsWithNumber: Bool {
    switch kind {
    case .number(let number): number.sign == .plus
    case .range(let range): range.from.beginsWithNumber
    case .index(let base, _): base.beginsWithNumber
    default: false
    }
  }
}
