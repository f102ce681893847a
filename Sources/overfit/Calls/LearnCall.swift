internal import ArgumentParser
internal import Notebooks
internal import Session
internal import Workbench

/// `overfit learn [LESSON]`
struct LearnCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: Handbook.meaning(of: "overfit learn"))

  @OptionGroup var options: GlobalOptions
  @Argument(completion: .custom { _, _, _ in LearnCall.lessons }) var lesson: String?

  /// The names that can be completed.
  private static var lessons: [String] {
    LessonShelf.names(SessionSettings(.usual))
  }

  func validate() throws {
    if options.format == .json {
      throw ValidationError("a lesson is read as text: learn has no --format json")
    }
  }

  func perform() throws -> ExitStatus {
    let settings = SessionSettings(options)
    let shelf = LessonShelf(settings)
    guard let lesson else {
      let list = Page(options).transcript().lines(of: shelf.document)
      StandardStream.output.sendRows(list.joined(separator: "\n"))
      return .success
    }
    let (notebook, way) = try notebook(of: lesson, on: shelf, settings)
    let cellTime = CellTime(options)
    return ConversationLoop.run(
      LessonConversation(LessonWalk(notebook, settings: settings, by: way), cellTime), options,
      cellTime: cellTime)
  }

  /// The lesson of this name, or the notebook at this path.
  private func notebook(
    of lesson: String, on shelf: LessonShelf, _ settings: SessionSettings
  ) throws -> (notebook: Notebook, way: FileWay) {
    if let found = shelf.lesson(named: lesson) {
      let opened = settings.opened(found.path, by: .lesson)
      if let missing = Replay.missing(for: found.notebook, opened) {
        throw CallError.missingData(missing, lesson: found.name)
      }
      return (found.notebook, .lesson)
    }
    guard lesson.hasSuffix(".md") else {
      throw CallError.unknownLesson(lesson, known: shelf.lessons.map(\.name))
    }
    return (try Notebook(bytes: settings.files.read(lesson), name: lesson), .learn)
  }
}
