internal import ArgumentParser
internal import Session
internal import Workbench

/// `overfit run FILE`
struct RunCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: Handbook.meaning(of: "overfit run"))

  @OptionGroup var global: GlobalOptionWords
  @Argument(help: ArgumentHelp(valueName: "file"), completion: .file()) var path: String

  func perform() throws -> ExitStatus {
    Folders.removeLeftovers()
    var settings = SessionSettings(options)
    let file = try SourceFile(path, files: settings.files)
    settings = settings.opened(path, by: .run)
    if options.seed == nil, let seed = file.seed { settings.seed = seed }
    var run = UnattendedRun(NotebookConversation(settings), runner: Runner(options))
    defer { UntilExit.hold((file, run)) }
    return run.run(file.cells)
  }
}
