import Charts
import Commands
import Language
import Notebooks
import Workbench

/// `learn` lists the lessons, `learn circles` walks through one and comes back, `learn cards` asks flash
/// cards, `learn capstone` walks through a folder of lessons.
enum LearnCommand {
  static let definition = CommandDefinition(
    verb: "learn", family: .notebook,
    summary: "lists the lessons, walks through one and comes back, or asks cards",
    forms: [
      "learn", "learn circles", "learn 2", "learn cards", "learn cards circles", "learn ./class",
      "learn capstone seed=7",
    ],
    words: [LessonShelf.wordOfCards], options: [seed.definition],
    completion: CommandCompletion(kinds: [.lessons]), touches: .reads, example: ["learn"])

  private static let seed = CommandOption<Int>.count(
    "seed", in: 0...SeedCommand.largest, standard: "the session's",
    meaning:
      "what the lessons of a folder are drawn by, where it draws some of them; where answers are "
      + "counted, the first draw in which one was lost counts, and no later one")

  static let verb = NotebookVerb(definition) { (session, arguments, _) throws(Diagnostic) in
    guard session.settings.files.rights.holder == nil else {
      throw Diagnostic(
        "a lesson is begun at the prompt, and not by a file or within another lesson",
        at: arguments.command.range, hints: ["in a lesson, quit leaves it first"])
    }
    let shelf = LessonShelf(session.settings)
    guard let first = arguments.values.first, let last = arguments.values.last else {
      return .notebook(shelf.document, rerun: [])
    }
    let words = arguments.values.map { $0.text ?? $0.formatted }.joined(separator: " ")
    let learning: Learning
    do throws(LessonShelf.Failure) {
      learning = try shelf.learning(words)
    } catch {
      throw diagnostic(for: error, at: first.range.union(last.range))
    }
    guard let number = try arguments.value(of: seed) else { return .lesson(learning, seed: nil) }
    guard case .course(let course) = learning, course.isDrawn else {
      throw Diagnostic(
        "seed is for a folder that draws its lessons", at: first.range.union(last.range))
    }
    return .lesson(learning, seed: UInt64(number))
  }

  private static func diagnostic(
    for failure: LessonShelf.Failure, at range: SourceRange
  ) -> Diagnostic {
    switch failure {
    case .unknown(let words, let known):
      Diagnostic(
        "no lesson is called \"\(words)\"", at: range,
        hints: LessonShelf.suggestion(for: words, among: known)
          ?? (known.isEmpty ? [] : ["there are: \(known.joined(separator: ", "))"]))
    case .ambiguous(let words, let names):
      Diagnostic(
        "several lessons may be meant by \"\(words)\"", at: range,
        hints: names.map { "learn \($0)" })
    case .unreadable(let error): Wording.diagnostic(for: error, at: range)
    case .empty(let folder): Diagnostic("there is no lesson in the folder \(folder)", at: range)
    case .malformed(let error): Diagnostic("\(error)", at: range)
    }
  }
}
