import Charts
import Commands
import Language
import Notebooks
import Workbench

/// `explain TERM`: one sentence, the formula, a command to try.
enum ExplainCommand {
  static let definition = CommandDefinition(
    verb: "explain", family: .notebook, summary: "explains a term: explain bias",
    forms: ["explain bias", "explain learning rate"],
    words: Glossary.entries.map { $0.term }, names: Glossary.entries.map { $0.term },
    touches: .reads, example: ["explain bias"])

  static let verb = NotebookVerb(definition) { (session, arguments, _) throws(Diagnostic) in
    .notebook(try document(arguments, session.settings), rerun: [])
  }

  private static func document(
    _ arguments: Arguments, _ settings: SessionSettings
  ) throws(Diagnostic) -> Document {
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
    let lessons = lessons(about: entry, settings)
    if !lessons.isEmpty {
      document.blocks.append(.text("Taught in: \(lessons.prefix(5).joined(separator: ", "))"))
    }
    return document
  }

  /// The lessons of this machine whose prose or commands use the term.
  private static func lessons(
    about entry: Glossary.Entry, _ settings: SessionSettings
  ) -> [String] {
    let names = entry.names.map { " \($0)" }
    return LessonShelf(settings).lessons.filter { lesson in
      let words = lesson.notebook.text.lowercased().split {
        !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
      }
      let text = " " + words.joined(separator: " ") + " "
      return names.contains { text.contains("\($0) ") || text.contains("\($0)s ") }
    }.map(\.name)
  }
}
