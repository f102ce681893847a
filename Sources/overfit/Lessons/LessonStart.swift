internal import Session
internal import Workbench

/// Begins walks through lessons.
enum LessonStart {
  /// A walk from the first step, or the offer to go on where the student was.
  static func conversation(
    _ lesson: LessonShelf.Lesson, _ settings: SessionSettings, _ options: GlobalOptions,
    wishes: TerminalWishes = TerminalWishes()
  ) -> LessonConversation {
    let isAttended = Terminal().isAttended
    let folder = isAttended ? LessonFolder() : nil
    return LessonConversation(
      LessonWalk(lesson.notebook, settings: settings, by: lesson.way, wishes: wishes),
      CellTime(options), keeper: folder.map { LessonKeeper(lesson, in: $0) },
      isAttended: isAttended)
  }
}
