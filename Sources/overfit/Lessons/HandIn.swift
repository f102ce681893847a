internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

/// Writes what a student hands in, and what they report.
enum HandIn {
  /// Writes it to a file, over nothing but what was handed in before, and says so.
  /// - Parameter path: The path as it was typed; nil for none.
  static func reply(
    _ handed: HandedProgress, to path: String?, _ session: NotebookSession, _ page: Page,
    next: Reply.Next
  ) -> Reply {
    let said = LessonPage.wrapped(said(handed, to: path, session), page)
    return Reply(text: LessonPage.text(said), next: next)
  }

  private static func said(
    _ handed: HandedProgress, to path: String?, _ session: NotebookSession
  ) -> String {
    guard let path = path.map(unquoted), !path.isEmpty else {
      return "handin needs the name of a file: handin progress.txt"
    }
    guard !handed.parts.isEmpty else {
      return "There is nothing to hand in yet."
    }
    let files = session.settings.files.ofProgram
    let shown = path.cleaned(.text)
    if files.exists(path) {
      let start = files.start(of: path, count: HandedProgress.heading.utf8.count)
      guard start == Array(HandedProgress.heading.utf8) else {
        return "\(shown) is there already, and is nothing handed in: another name"
      }
    }
    do throws(FileError) {
      try files.write(Array(handed.text.utf8), to: path)
    } catch {
      return "\(shown): \(error.problem)"
    }
    let count = handed.parts.count == 1 ? "1 lesson" : "\(handed.parts.count) lessons"
    return "\(shown) is written: \(count), with your answers and cells."
  }

  /// Writes a report, over nothing, and says so.
  /// - Parameter path: The path as it was typed; nil for none.
  static func reply(
    _ report: CourseReport, to path: String?, _ session: NotebookSession, _ page: Page,
    next: Reply.Next
  ) -> Reply {
    let said = LessonPage.wrapped(said(report, to: path, session), page)
    return Reply(text: LessonPage.text(said), next: next)
  }

  private static func said(
    _ report: CourseReport, to path: String?, _ session: NotebookSession
  ) -> String {
    guard let path = path.map(unquoted), !path.isEmpty else {
      return "report needs the name of a file: report report.md"
    }
    let files = session.settings.files.ofProgram
    let shown = path.cleaned(.text)
    guard !files.exists(path) else { return "\(shown) is there already: another name" }
    do throws(FileError) {
      try files.write(Array(report.text.utf8), to: path)
    } catch {
      return "\(shown): \(error.problem)"
    }
    return "\(shown) is written: what you answered, what you tried, and your notes."
  }

  private static func unquoted(_ path: String) -> String {
    path.count > 1 && path.hasPrefix("\"") && path.hasSuffix("\"")
      ? String(path.dropFirst().dropLast()) : path
  }
}
