internal import ArgumentParser
internal import Charts
internal import Notebooks
internal import Publishing
internal import Session
internal import TerminalText
internal import Workbench

/// `overfit check [--update] [--seeds N] [--answers] [--junit FILE] [--watch] PATH...`, and
/// `overfit check --progress FILE [--junit FILE] [FOLDER]`
struct CheckCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Handbook.meaning(of: "overfit check"))
  private static let seedCounts = 1...1000

  @OptionGroup var global: GlobalOptionWords
  @Option var seeds: Int?
  @Option(completion: .file(extensions: ["xml"])) var junit: String?
  @Option(completion: .file()) var progress: String?
  @Flag var answers = false
  @Flag var watch = false
  @Flag var update = false
  @Argument(help: ArgumentHelp(valueName: "path"), completion: .file(extensions: ["md"]))
  var paths: [String] = []

  func validate() throws {
    if let seeds, !Self.seedCounts.contains(seeds) {
      throw ValidationError("--seeds must be from 1 to 1000, not \(seeds)")
    }
    if progress == nil, paths.isEmpty {
      throw ValidationError("Missing expected argument '<path> ...'")
    }
    if progress != nil, paths.count > 1 || watch || update || answers || seeds != nil {
      throw ValidationError("--progress takes one folder of lessons, and --junit")
    }
  }

  func perform() throws -> ExitStatus {
    let settings = SessionSettings(options)
    if let progress {
      return try ProgressProof(progress, folder: paths.first, options, junit).run()
    }
    if let junit { try JUnitReport.requireRoom(at: junit, settings.files) }
    if update { try writePages(settings.files) }
    guard watch else { return checkAll(settings) }
    var watching = LessonWatch(paths, files: settings.files)
    while true {
      let status = checkAll(settings)
      if status == .interrupted { return status }
      StandardStream.output.sendLine("Watching: a change runs it again, Ctrl-C ends.")
      guard watching.waitForChange() else { return .interrupted }
    }
  }

  /// Writes the pages of the courses that the paths are of, where they are not as they are to be.
  private func writePages(_ files: WorkingFolder) throws {
    var pages: [(path: String, text: String)] = []
    for path in paths {
      let folder = files.isFolder(path) ? path : Course.parts(of: path).folder
      let name = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
      let course = Course(folder: name, files: files)
      guard let page = course.newPage else { throw CallError.noChecklist(folder: name) }
      guard !course.hasNewPage else { continue }
      let isOwn = course.hasPage && !files.isLink(page.path)
      guard isOwn || !files.isTaken(page.path) && !files.isLink(page.path) else {
        throw CallError.noPage(path: page.path)
      }
      pages.append(page)
    }
    for page in pages {
      try files.write(Array(page.text.utf8), to: page.path)
      StandardStream.output.sendLine("\(page.path.cleaned(.text)) is written")
    }
  }

  /// Checks all lessons once.
  private func checkAll(_ settings: SessionSettings) -> ExitStatus {
    let runner = Runner(options, cellTime: CellTime(options))
    var status = ExitStatus.success
    var checks: [LessonCheck] = []
    var courses: [String: Course] = [:]
    runner.run { control in
      for path in paths where !control.isInterrupted() {
        do {
          for found in try NotebookPaths.at(path, settings.files) where !control.isInterrupted() {
            let folder = Course.parts(of: found).folder
            let course = courses[folder] ?? Course(folder: folder, files: settings.files)
            courses[folder] = course
            guard let check = self.check(found, of: course, settings, control, runner) else {
              status = .failure
              continue
            }
            if !check.passes { status = .failure }
            checks.append(check)
          }
        } catch {
          runner.makeRoom()
          status = Self.complain(of: error)
        }
      }
    }
    if Signals.isInterrupted { return .interrupted }
    guard let junit else { return status }
    do {
      try JUnitReport(checks).write(to: junit, settings.files)
      return status
    } catch {
      return Self.complain(of: error)
    }
  }

  /// Checks a lesson and tells what came of it; nil where its file can't be read.
  private func check(
    _ path: String, of course: Course, _ settings: SessionSettings, _ control: RunControl,
    _ runner: Runner
  ) -> LessonCheck? {
    let check: LessonCheck
    do {
      let bytes = try settings.files.read(path)
      try SourceFile.requireMemory(reading: bytes.count, of: path)
      do throws(NotebookError) {
        check = LessonCheck(
          try Notebook(bytes: bytes, name: path), path: path,
          course: course, seeds: seeds ?? 0, settings: settings, control: control)
      } catch {
        check = LessonCheck(error, path: path)
      }
    } catch {
      runner.makeRoom()
      _ = Self.complain(of: error)
      return nil
    }
    runner.makeRoom()
    let folder = Course.parts(of: path).folder
    let isCounted = LessonShelf.course(ofFolder: folder, settings.files).tries != nil
    let facts = answers ? (isCounted ? ["\(path): \(Self.counted)"] : check.facts) : []
    StandardStream.output.sendRows(text(of: check, facts, runner.page).cleaned(.text))
    return check
  }

  private static func complain(of error: any Error) -> ExitStatus {
    Complaint.send(Complaint.message(of: error) ?? "\(error)")
  }

  private static let counted =
    "answers are counted in its folder, and not told; leave tries out of course.yaml for a while"

  /// What is told of a lesson: what its answers come to where that is asked for, each finding with its
  /// line, the tables of its claims, and the sum.
  /// - Parameter facts: What its answers come to, a line each.
  private func text(of check: LessonCheck, _ facts: [String], _ page: Page) -> String {
    if check.isInterrupted { return "\(check.path): interrupted" }
    let tables = check.trials.flatMap { page.transcript().lines(of: $0.document) + [""] }
    let findings = check.findings.map { "\(check.path):\($0.line): \($0.problem)" }
    let sum =
      check.passes
      ? check.skipped.map { "\(check.path): passes unrun: \($0)" } ?? "\(check.path): passes"
      : "\(check.path): \(check.findings.count) to put right"
    return (facts + tables + findings + [sum]).joined(separator: "\n")
  }
}
