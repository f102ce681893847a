internal import ArgumentParser
internal import Notebooks
internal import Publishing
internal import Session
internal import TerminalText
internal import Workbench

extension PublishedForm: ExpressibleByArgument {}

/// `overfit export PATH --to FORM [-o OUT] [--overwrite]`
struct ExportCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: Handbook.meaning(of: "overfit export"))

  @OptionGroup var global: GlobalOptionWords
  @Option(name: .customLong("to")) var form: PublishedForm
  @Option(name: .customShort("o"), completion: .file()) var output: String?
  @Flag var overwrite = false
  @Argument(help: ArgumentHelp(valueName: "path"), completion: .file(extensions: ["md"]))
  var path: String

  func perform() throws -> ExitStatus {
    let settings = SessionSettings(options)
    let plan = try ExportPlan(of: path, as: form, into: output, settings.files)
    if !overwrite { try plan.requireRoom(settings.files) }
    let runner = Runner(options, cellTime: CellTime(options))
    var status = ExitStatus.success
    var read: [(ExportPlan.Page, Notebook)] = []
    for page in plan.pages {
      do {
        let bytes = try settings.files.read(page.source)
        try SourceFile.requireMemory(reading: bytes.count, of: page.source)
        read.append((page, try Notebook(bytes: bytes, name: page.source)))
      } catch {
        status = Self.complain(of: error)
      }
    }
    let site = plan.site(of: read, settings.files)
    runner.run { control in
      for (page, notebook) in read where !control.isInterrupted() {
        if !export(page, notebook, site, settings, control, runner) { status = .failure }
      }
    }
    if Signals.isInterrupted { return .interrupted }
    if let site, !read.isEmpty {
      for folder in site.folders {
        try write(site.contents(of: folder), to: plan.contents(of: folder), settings.files)
      }
    }
    return Signals.isOutOfTime ? .failure : status
  }

  /// Replays a notebook and writes it; false where all is not as it should be.
  private func export(
    _ page: ExportPlan.Page, _ notebook: Notebook, _ site: LessonSite?,
    _ settings: SessionSettings, _ control: RunControl, _ runner: Runner
  ) -> Bool {
    let replay = Replay(notebook, settings: settings, control: control)
    let report = ReplayReport(of: replay, isUpdate: false)
    runner.makeRoom()
    switch replay.verdict {
    case .interrupted: return true
    case .outOfTime(let cell, let line):
      Complaint.send(CellTime(options).complaint(ofCell: cell, at: "\(page.source):\(line)"))
      return false
    case .unable:
      Complaint.send(report.text.cleaned(.text))
      return false
    case .skipped:
      let said = "\(report.text); its outputs are those of the file"
      StandardStream.error.sendRows(said.cleaned(.text))
    case .different, .broken: StandardStream.error.sendRows(report.text.cleaned(.text))
    case .equal: break
    }
    // A class that counts answers does not publish them.
    let course = LessonShelf.course(
      ofFolder: Course.parts(of: page.source).folder, settings.files)
    let tells = course.tries == nil
    let played = PlayedNotebook(replay)
    do {
      let text =
        site?.page(of: played, at: page.place, tellsAnswers: tells)
        ?? form.text(of: played, tellsAnswers: tells)
      try write(text, to: page.target, settings.files)
      return !report.isFault
    } catch {
      _ = Self.complain(of: error)
      return false
    }
  }

  private static func complain(of error: any Error) -> ExitStatus {
    Complaint.send(Complaint.message(of: error) ?? "\(error)")
  }

  private func write(_ text: String, to path: String, _ files: WorkingFolder) throws {
    try PageFolder.make(Course.parts(of: path).folder)
    try files.write(Array(text.utf8), to: path)
    StandardStream.output.sendLine("\(path.cleaned(.text)) is written")
  }
}
