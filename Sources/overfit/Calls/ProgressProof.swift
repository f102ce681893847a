internal import Notebooks
internal import Publishing
internal import Session
internal import TerminalText
internal import Workbench

/// Proves what a student has handed in, and tells what came of it.
struct ProgressProof {
  private static let usualFolder = "lessons"

  private let path: String
  private let folder: String?
  private let options: GlobalOptions
  private let junit: String?

  /// - Parameters:
  ///   - path: The file that was handed in.
  ///   - folder: The folder of the lessons, or the name by which `learn` knows it; nil where it is not
  ///     named.
  ///   - junit: Where the report goes; nil for none.
  init(_ path: String, folder: String?, _ options: GlobalOptions, _ junit: String?) {
    (self.path, self.folder, self.options, self.junit) = (path, folder, options, junit)
  }

  /// Walks again what was handed in: success where all of it is passed.
  func run() throws -> ExitStatus {
    let settings = SessionSettings(options)
    if let junit { try JUnitReport.requireRoom(at: junit, settings.files) }
    let bytes = try settings.files.read(path)
    try SourceFile.requireMemory(reading: bytes.count, of: path)
    let handed = try HandedProgress(bytes, file: path)
    let course = try course(of: handed, LessonShelf(settings))
    let runner = Runner(options, cellTime: CellTime(options))
    let check = runner.run { control in
      ProgressCheck(handed, of: course, settings: settings, control: control)
    }
    runner.makeRoom()
    StandardStream.output.sendRows(lines(of: check).joined(separator: "\n").cleaned(.text))
    if let junit {
      try JUnitReport(check, of: path).write(to: junit, settings.files)
    }
    if Signals.isInterrupted { return .interrupted }
    return check.passes ? .success : .failure
  }

  /// The lessons in which something was handed in.
  private func course(
    of handed: HandedProgress, _ shelf: LessonShelf
  ) throws(CallError) -> LessonCourse {
    do throws(LessonShelf.Failure) {
      let course = try shelf.handedOut(folder ?? Self.usualFolder)
      if folder != nil || course.knows(handed) { return course }
    } catch {
      guard folder == nil else { throw .noLesson(error) }
    }
    let meant = shelf.courses.first { $0.knows(handed) }
    throw .noFolderOfLessons(progress: path, meant: meant?.name)
  }

  private func lines(of check: ProgressCheck) -> [String] {
    check.findings.map { finding in
      ([finding.lesson] + [finding.step].compactMap { $0 } + [finding.text])
        .joined(separator: ": ")
    } + ["\(path): \(check.passed) of \(check.count) passed\(check.drawWords)"]
  }
}

extension LessonCourse {
  /// Whether something of its lessons was handed in, or nothing at all.
  fileprivate func knows(_ handed: HandedProgress) -> Bool {
    handed.parts.isEmpty
      || handed.parts.contains { part in lessons.contains { $0.name == part.lesson } }
  }
}
