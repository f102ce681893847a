internal import ArgumentParser
internal import Notebooks
internal import Session
internal import Workbench

/// `overfit learn [LESSON]`, `overfit learn cards [LESSON]`
struct LearnCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: Handbook.meaning(of: "overfit learn"))

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: ArgumentHelp(valueName: "lesson"), completion: .custom { _, _, _ in LearnCall.lessons })
  var words: [String] = []

  /// The names that can be completed.
  private static var lessons: [String] {
    LessonShelf.names(SessionSettings(.usual)) + [LessonShelf.wordOfCards]
  }

  func validate() throws {
    if options.format == .json {
      throw ValidationError("a lesson is read as text: learn has no --format json")
    }
  }

  func perform() throws -> ExitStatus {
    let settings = SessionSettings(options)
    let shelf = LessonShelf(settings)
    guard !words.isEmpty else {
      let list = Page(options).transcript().lines(of: shelf.document)
      StandardStream.output.sendRows(list.joined(separator: "\n"))
      return .success
    }
    do throws(LessonShelf.Failure) {
      let found = try shelf.learning(words.joined(separator: " "))
      return ConversationLoop.run(
        LessonStart.conversation(found, in: NotebookSession(settings: settings), options), options,
        cellTime: CellTime(options))
    } catch {
      throw CallError.noLesson(error)
    }
  }
}
