internal import ArgumentParser
internal import Notebooks
internal import Session
internal import TerminalText
internal import Workbench

/// `overfit replay [--update] PATH...`
struct ReplayCall: Call {
  static let configuration = CommandConfiguration(commandName: "replay")

  @OptionGroup var options: GlobalOptions
  @Flag var update = false
  @Argument(help: ArgumentHelp(valueName: "path")) var paths: [String]

  func perform() throws -> ExitStatus {
    let settings = SessionSettings(options)
    let runner = Runner(options)
    var status = ExitStatus.success
    try runner.run { control in
      let found = try paths.flatMap { try Self.notebooks(at: $0, settings.files) }
      for path in found where !control.isInterrupted() {
        let report = try replay(path, settings, control)
        runner.makeRoom()
        StandardStream.output.sendRows(report.text.cleaned(.text))
        if report.differs, !update { status = .failure }
      }
    }
    return Signals.isInterrupted ? .interrupted : status
  }

  private func replay(
    _ path: String, _ settings: SessionSettings, _ control: RunControl
  ) throws -> ReplayReport {
    let replay = Replay(
      try Notebook(bytes: settings.files.read(path), name: path),
      settings: settings.writing(onlyIn: options.writableFolder), control: control)
    if update, replay.updatedText != replay.notebook.text {
      try settings.files.write(Array(replay.updatedText.utf8), to: path)
    }
    return ReplayReport(of: replay, isUpdate: update)
  }

  /// The notebooks that a path stands for: itself, or all in a folder and the folders below.
  private static func notebooks(at path: String, _ files: WorkingFolder) throws -> [String] {
    guard files.isFolder(path) else { return [path] }
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let found = try notebooks(inFolder: folder, files)
    if found.isEmpty { throw CallError.noNotebook(folder: path) }
    return found
  }

  private static func notebooks(
    inFolder folder: String, _ files: WorkingFolder
  ) throws -> [String] {
    try files.names(in: folder).flatMap { name -> [String] in
      let entry = "\(folder)/\(name)"
      guard files.isFolder(entry) else { return name.hasSuffix(".md") ? [entry] : [] }
      // A link may lead back to a folder above it.
      return files.isLink(entry) ? [] : try notebooks(inFolder: entry, files)
    }
  }
}
