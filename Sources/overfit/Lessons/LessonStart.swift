internal import Notebooks
internal import Session
internal import Workbench

/// Begins what stands on top of a notebook.
enum LessonStart {
  /// What the student asks to learn.
  static func conversation(
    _ learning: Learning, seed: UInt64?, in session: NotebookSession, _ options: GlobalOptions
  ) -> any Excursion {
    switch learning {
    case .course(let course):
      CourseConversation(
        course, seed: seed, in: session,
        folder: Terminal().isAttended || course.settings.tries != nil ? LessonFolder() : nil
      ) { [settings = session.settings] lesson, earlier, wishes in
        conversation(lesson, settings, options, wishes: wishes, earlier: earlier)
      }
    case .lesson(let lesson):
      conversation(lesson, session.settings, options, wishes: session.wishes)
    case .cards(let table):
      CardConversation(table, in: session, file: Terminal().isAttended ? CardFile() : nil)
    }
  }

  /// A walk from the first step, or the offer to go on where the student was.
  private static func conversation(
    _ lesson: LessonShelf.Lesson, _ settings: SessionSettings, _ options: GlobalOptions,
    wishes: TerminalWishes, earlier: LessonProgress? = nil
  ) -> LessonConversation {
    let isAttended = Terminal().isAttended
    let course = LessonShelf.course(of: lesson, settings)
    // Where answers are counted, those that came from a pipe are too.
    let folder = isAttended || course.tries != nil ? LessonFolder() : nil
    var walk = LessonWalk(lesson.notebook, settings: settings, by: lesson.way, wishes: wishes)
    (walk.allowsSkips, walk.mostTries) = (course.allowsSkips, course.tries)
    return LessonConversation(
      walk, CellTime(options), keeper: folder.map { LessonKeeper(lesson, in: $0) },
      earlier: earlier, isAttended: isAttended)
  }
}
