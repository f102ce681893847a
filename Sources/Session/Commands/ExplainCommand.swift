import Charts
import Language

/// `explain TERM`: one sentence, the formula, a command to try.
enum ExplainCommand {
  static let definition = CommandDefinition(
    verb: "explain", family: .notebook, summary: "explains a term: explain bias",
    forms: ["explain bias", "explain learning rate"],
    words: Glossary.entries.map { $0.term }, example: ["explain bias"],
    action: .notebook { (_, arguments, _) throws(Diagnostic) in
      .notebook(try document(arguments), rerun: [])
    })

  private static func document(_ arguments: Arguments) throws(Diagnostic) -> Document {
    guard let first = arguments.values.first, let last = arguments.values.last else {
      let terms = Glossary.entries.map(\.term).joined(separator: ", ")
      return Document([.text("explain TERM explains one of these: \(terms)")])
    }
    let term = arguments.values.map { $0.text ?? $0.formatted }.joined(separator: " ")
    guard let entry = Glossary.entry(for: term) else {
      let hints = Wording.suggestion(for: term, among: Glossary.entries.flatMap(\.names))
      throw Diagnostic(
        "the glossary has no \"\(term)\"", at: first.range.union(last.range),
        hints: hints ?? ["explain alone lists the terms"])
    }
    var document = Document([.text("\(entry.term): \(entry.sentence)")])
    if let formula = entry.formula { document.blocks.append(.text("  \(formula)")) }
    document.blocks.append(.text("Try: \(entry.command)"))
    return document
  }
}
