internal import ArgumentParser
internal import Notebooks
internal import Session
internal import Workbench

/// `overfit learn [LESSON]`, `overfit learn cards [LESSON]`
struct LearnCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: Handbook.meaning(of: "overfit learn"))

  @OptionGroup var global: GlobalOptionWords
  @Argument(
    help: ArgumentHelp(valueName: "lesson"),
    completion: .custom { _, _, typed in LearnCall.lessons(beginning: typed) })
  var words: [String] = []

  /// The names that can be completed.
  private static func lessons(beginning typed: String) -> [String] {
    let names = LessonShelf.names(SessionSettings(GlobalOptions()), beginning: typed)
    // A deck may be called so too.
    return names + [LessonShelf.wordOfCards].filter { !names.contains($0) }
  }

  func validate() throws {
    if options.format == .json {
      throw ValidationError("a lesson is read as text: learn has no --format json")
    }
  }

  func perform() throws -> ExitStatus {
    let settings = SessionSettings(options)
    let shelf = LessonShelf(settings)
    let named = words.filter { !$0.hasPrefix("seed=") }
    let seeds = words.filter { $0.hasPrefix("seed=") }.map { UInt64($0.dropFirst(5)) }
    if seeds.count > 1 || seeds.contains(nil) {
      throw ValidationError("seed= takes a whole number: overfit learn capstone seed=7")
    }
    guard !named.isEmpty else {
      let list = Page(options).transcript().lines(of: shelf.document)
      StandardStream.output.sendRows(list.joined(separator: "\n"))
      return .success
    }
    do throws(LessonShelf.Failure) {
      let found = try shelf.learning(named.joined(separator: " "))
      return ConversationLoop.run(
        LessonStart.conversation(
          found, seed: seeds.first ?? options.seed, in: NotebookSession(settings: settings), options
        ),
        options,
        cellTime: CellTime(options))
    } catch {
      throw CallError.noLesson(error)
    }
  }
}
