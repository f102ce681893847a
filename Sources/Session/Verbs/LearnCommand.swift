import Charts
import Commands
import Language
import Notebooks
import Workbench

/// `learn` lists the lessons, `learn circles` walks through one and comes back, `learn cards` asks flash
/// cards.
enum LearnCommand {
  static let definition = CommandDefinition(
    verb: "learn", family: .notebook,
    summary: "lists the lessons, walks through one and comes back, or asks cards",
    forms: ["learn", "learn circles", "learn 2", "learn cards", "learn cards circles"],
    words: [LessonShelf.wordOfCards],
    completion: CommandCompletion(kinds: [.lessons]), touches: .reads, example: ["learn"])

  static let verb = NotebookVerb(definition) { (session, arguments, _) throws(Diagnostic) in
    guard session.settings.files.rights.holder == nil else {
      throw Diagnostic(
        "a lesson is begun at the prompt, and not by a file or within another lesson",
        at: arguments.command.range)
    }
    let shelf = LessonShelf(session.settings)
    guard let first = arguments.values.first, let last = arguments.values.last else {
      return .notebook(shelf.document, rerun: [])
    }
    let words = arguments.values.map { $0.text ?? $0.formatted }.joined(separator: " ")
    do throws(LessonShelf.Failure) {
      return .lesson(try shelf.learning(words))
    } catch {
      throw diagnostic(for: error, at: first.range.union(last.range))
    }
  }

  private static func diagnostic(
    for failure: LessonShelf.Failure, at range: SourceRange
  ) -> Diagnostic {
    switch failure {
    case .unknown(let words, let known):
      Diagnostic(
        "no lesson is called \"\(words)\"", at: range,
        hints: Wording.suggestion(for: words, among: known)
          ?? (known.isEmpty ? [] : ["there are: \(known.joined(separator: ", "))"]))
    case .ambiguous(let words, let names):
      Diagnostic(
        "several lessons may be meant by \"\(words)\"", at: range,
        hints: names.map { "learn \($0)" })
    case .unreadable(let error): Wording.diagnostic(for: error, at: range)
    case .malformed(let error): Diagnostic("\(error)", at: range)
    }
  }
}
