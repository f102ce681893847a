internal import ArgumentParser
internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

/// `overfit replay [--update [--accept-errors]] PATH...`
struct ReplayCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: Handbook.meaning(of: "overfit replay"))

  @OptionGroup var global: GlobalOptionWords
  @Flag var update = false
  @Flag var acceptErrors = false
  @Argument(help: ArgumentHelp(valueName: "path"), completion: .file(extensions: ["md"])) var paths:
    [String]

  func perform() throws -> ExitStatus {
    let settings = SessionSettings(options)
    let runner = Runner(options, cellTime: CellTime(options))
    var status = ExitStatus.success
    runner.run { control in
      for path in paths where !control.isInterrupted() {
        do {
          for found in try NotebookPaths.at(path, settings.files) where !control.isInterrupted() {
            if !replay(found, settings, control, runner) { status = .failure }
          }
        } catch {
          runner.makeRoom()
          status = FrontDoor.complain(of: error)
        }
      }
    }
    if Signals.isInterrupted { return .interrupted }
    return Signals.isOutOfTime ? .failure : status
  }

  /// Replays a notebook and tells what came of it; false where all is not as it should be.
  private func replay(
    _ path: String, _ settings: SessionSettings, _ control: RunControl, _ runner: Runner
  ) -> Bool {
    do {
      let bytes = try settings.files.read(path)
      try SourceFile.requireMemory(reading: bytes.count, of: path)
      let replay = Replay(
        try Notebook(bytes: bytes, name: path),
        settings: settings, acceptsErrors: acceptErrors, control: control)
      // One so long is the only one, or nearly so.
      if replay.notebook.cells.count > 10_000 { UntilExit.hold(replay) }
      if update, replay.updatedText != replay.notebook.text {
        try settings.files.write(Array(replay.updatedText.utf8), to: path)
      }
      if case .outOfTime(let cell, let line) = replay.verdict {
        runner.makeRoom()
        FrontDoor.complain(CellTime(options).complaint(ofCell: cell, at: "\(path):\(line)"))
        return false
      }
      let report = ReplayReport(of: replay, isUpdate: update)
      runner.makeRoom()
      if case .unable = replay.verdict {
        StandardStream.error.sendRows("overfit: \(report.text.cleaned(.text))")
        return false
      }
      StandardStream.output.sendRows(report.text.cleaned(.text))
      return !report.isFault
    } catch {
      runner.makeRoom()
      FrontDoor.complain(of: error)
      return false
    }
  }
}
