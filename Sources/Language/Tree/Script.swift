/// A source text as a tree of statements, with what is wrong in it.
///
/// Any text makes a script: a line that can't be read becomes a ``Statement/malformed(_:)`` with
/// one ``Diagnostic``, and the next line starts afresh. The time is linear in the text's length.
package struct Script: Hashable, Sendable {
  /// The text that was read; a carriage return alone, which ends a line of a notebook too, is an
  /// end of line in it.
  package let source: String
  /// The statements in the order of the source.
  package let statements: [Statement]
  /// What is wrong, in the order of the source, at most one for each line.
  package let diagnostics: [Diagnostic]

  /// Reads a text; `forms` tells what the verbs of its commands take.
  package init(parsing text: String, forms: CommandForms) {
    var bytes = Array(text.utf8)
    source = Script.endLines(in: &bytes) ? String(decoding: bytes, as: UTF8.self) : text
    var parser = ScriptParser(utf8: bytes, forms: forms)
    parser.parse()
    statements = parser.statements
    diagnostics = parser.diagnostics
  }

  /// The statements but for blank lines and comments; mostly all of them.
  package var saying: [Statement] {
    statements.contains(where: \.isBlank) ? statements.filter { !$0.isBlank } : statements
  }

  /// Whether it computes formulas, to give them names or to show them, is prose, or can't be read, and
  /// does nothing else: nothing is shown before it is done, and no file is touched.
  package var onlyComputes: Bool {
    statements.allSatisfy { statement in
      switch statement {
      case .binding, .note, .blank, .malformed: true
      case .command(let command): command.form == .formula
      case .loop, .rule, .edit: false
      }
    }
  }

  /// Makes carriage returns that stand alone ends of line; whether there are any.
  private static func endLines(in bytes: inout [UInt8]) -> Bool {
    var hasAny = false
    for (index, byte) in bytes.enumerated() where byte == 0x0D {
      if index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      bytes[index] = 0x0A
      hasAny = true
    }
    return hasAny
  }

  /// Statements that were read before, with nothing wrong in them, and their text.
  init(source: String, statements: [Statement]) {
    self.source = source
    self.statements = statements
    diagnostics = []
  }

  /// Reads bytes; those that are no UTF-8 are replaced by U+FFFD, as `String(decoding:as:)` does.
  package init(parsing bytes: [UInt8], forms: CommandForms) {
    self.init(parsing: String(decoding: bytes, as: UTF8.self), forms: forms)
  }

  /// Each statement as a source of its own, as it would be read by itself; blank lines and comments
  /// between them are left out. `forms` tells what the verbs of its commands take.
  package func cells(_ forms: CommandForms) -> [Script] {
    var faults = diagnostics[...]
    return statements.filter { !$0.isBlank }.map { statement in
      let tokens = statement.tokens
      let source = Statement.source(of: tokens)
      guard let first = tokens.first, let last = tokens.last else {
        return Script(parsing: source, forms: forms)
      }
      let end = last.kind == .end ? Int.max : last.range.upperBound
      let count = faults.count
      faults = faults.drop { $0.range.lowerBound < end }
      var isFaulty = faults.count < count
      if case .malformed = statement { isFaulty = true }
      if isFaulty { return Script(parsing: source, forms: forms) }
      return Script(
        source: source,
        statements: [statement.placed(.alone(from: first, to: last, keepsLead: true))])
    }
  }

  /// Whether the last statement waits for more lines: a bracket or a loop is open, or the last line
  /// ends with `\`. Other diagnostics may stand beside it.
  package var isIncomplete: Bool { diagnostics.contains(where: \.isIncomplete) }

  /// The text that was parsed, from a walk over the tokens of the tree.
  package var printed: String { statements.reduce(into: "") { $0 += $1.printed } }
}
