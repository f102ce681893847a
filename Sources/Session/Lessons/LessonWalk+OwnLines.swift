import Commands
import Language
import Notebooks
import Workbench

// What of the student's lines is their own affair.
extension LessonWalk {
  func command(in source: String) -> Command? {
    let statements = lesson.script(source).statements.filter { !$0.isBlank }
    guard statements.count == 1, case .command(let command) = statements[0] else { return nil }
    return command
  }

  /// The path under which a line saves the notebook; empty for `save` alone, nil for any other line.
  private func notebookPath(in source: String) -> (path: String, range: SourceRange)? {
    guard let command = command(in: source), command.verb.text == SaveCommand.definition.verb else {
      return nil
    }
    guard let first = command.values.first else { return ("", command.range) }
    guard let path = first.text, !SaveCommand.definition.words.contains(path) else { return nil }
    return (path, first.range)
  }

  /// Whether a line concerns no cell: it saves the student's notebook, or fetches data.
  func isOfPerson(_ source: String) -> Bool {
    notebookPath(in: source) != nil
      || command(in: source)?.verb.text == FetchCommand.definition.verb
  }

  /// Why a line is not run: the lesson's file is never written.
  func refusal(of source: String) -> Diagnostic? {
    guard let (path, range) = notebookPath(in: source), !path.isEmpty else { return nil }
    let files = lesson.settings.files
    guard files.isSame(path, notebook.name) else { return nil }
    return Diagnostic(
      "this is the file of the lesson, which stays as it is", at: range,
      hints: ["a file of your own: save mine.md"])
  }
}
