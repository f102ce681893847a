internal import Charts
internal import Notebooks
internal import Session
import TerminalText

/// The rooms behind the front door.
struct SessionHouse: House {
  private let settings: SessionSettings

  init(_ wishes: HouseSettings) {
    let fetch = wishes.fetch
    settings = SessionSettings(
      seed: wishes.seed ?? 0, threads: wishes.threads ?? Processors.count,
      datasetFolders: Folders.datasets(wishes.datasetFolders), userDataFolder: Folders.userData,
      lessonFolders: Folders.lessons,
      fetch: { address, path, digest, control throws(FetchFailure) in
        do throws(Complaint) {
          try fetch(
            address, path, digest,
            RunControl(
              isInterrupted: control.isInterrupted,
              progress: { news in
                guard case .bytes(let name) = news.work else { return }
                control.report(
                  .bytes(Int(news.done), of: news.total.map { Int($0) }, name: name))
              }))
        } catch {
          throw FetchFailure(problem: error.message)
        }
      })
    hasGivenSeed = wishes.seed != nil
    permission = wishes.writableFolder.map { .inside($0) } ?? .nowhere
  }

  private let hasGivenSeed: Bool
  /// Where files of strangers may write.
  private let permission: WorkingFolder.WritePermission

  private var strangers: SessionSettings {
    var settings = settings
    settings.files.permission = permission
    return settings
  }

  func notebook() -> any Conversation { SessionNotebook(settings) }

  func notebook(for file: CellFile) -> any Conversation {
    var settings = strangers
    if !hasGivenSeed, let seed = file.seed { settings.seed = seed }
    return SessionNotebook(settings)
  }

  func lesson(_ name: String) throws(Complaint) -> any Conversation {
    if let lesson = LessonShelf(settings).lesson(named: name) {
      if let missing = Replay.missing(for: lesson.notebook, settings) {
        throw Complaint(
          message: "lesson \(lesson.name) needs \(missing), which is not on this machine; "
            + "type fetch \(missing) at the prompt of overfit")
      }
      return SessionLesson(LessonWalk(lesson.notebook, settings: strangers))
    }
    guard name.hasSuffix(".md") else {
      let known = LessonShelf(settings).lessons.map(\.name).joined(separator: ", ")
      throw Complaint(
        message: "no lesson is called \"\(name.cleaned(.text))\""
          + (known.isEmpty ? "" : "; there are: \(known)"))
    }
    return SessionLesson(LessonWalk(try notebook(ofFile: name), settings: strangers))
  }

  func lessonList(_ page: Page) -> String {
    page.transcript(.ascii).lines(of: LessonShelf(settings).document).joined(separator: "\n")
  }

  func file(_ path: String) throws(Complaint) -> CellFile {
    do {
      let file = try SourceFile(path, files: settings.files)
      return CellFile(
        cells: file.cells.map { CellFile.Cell(source: $0.source, output: $0.output) },
        seed: file.seed)
    } catch {
      throw Self.complaint(error)
    }
  }

  func replay(
    _ paths: [String], update: Bool, control: RunControl, report: (ReplayReport) -> Void
  ) throws(Complaint) {
    var files: [String] = []
    for path in paths {
      let found = try notebookPaths(at: path)
      if found.isEmpty { throw Complaint(message: "\(path): there is no notebook in this folder") }
      files += found
    }
    for path in files where !control.isInterrupted() {
      let replay = Replay(
        try notebook(ofFile: path), settings: strangers, control: control.forSession)
      if update, replay.updatedText != replay.notebook.text {
        do throws(FileError) {
          try settings.files.write(Array(replay.updatedText.utf8), to: path)
        } catch {
          throw Self.complaint(error)
        }
      }
      var news = Self.report(on: replay, isUpdate: update)
      news.text = news.text.cleaned(.text)
      report(news)
    }
  }

  private static func report(on replay: Replay, isUpdate: Bool) -> ReplayReport {
    let name = replay.notebook.name
    switch replay.verdict {
    case .equal:
      return ReplayReport(differs: false, text: "\(name): equal")
    case .different(let difference):
      guard replay.faults.isEmpty else {
        let text = ([isUpdate ? "\(name): updated" : difference] + replay.faults)
          .joined(separator: "\n")
        return ReplayReport(differs: true, text: text)
      }
      return isUpdate
        ? ReplayReport(differs: false, text: "\(name): updated")
        : ReplayReport(differs: true, text: difference)
    case .broken(let faults):
      return ReplayReport(differs: true, text: faults.joined(separator: "\n"))
    case .skipped(let reason):
      return ReplayReport(differs: false, text: "\(name): skipped: \(reason)")
    case .interrupted:
      return ReplayReport(differs: false, text: "\(name): interrupted")
    }
  }

  /// The notebooks that a path stands for: itself, or all in a folder and the folders below.
  private func notebookPaths(at path: String) throws(Complaint) -> [String] {
    guard settings.files.isFolder(path) else { return [path] }
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    var paths: [String] = []
    let names: [String]
    do throws(FileError) {
      names = try settings.files.names(in: folder)
    } catch {
      throw Self.complaint(error)
    }
    for name in names {
      let entry = "\(folder)/\(name)"
      if settings.files.isFolder(entry) {
        // A link may lead back to a folder above it.
        if settings.files.isLink(entry) { continue }
        paths += try notebookPaths(at: entry)
      } else if name.hasSuffix(".md") {
        paths.append(entry)
      }
    }
    return paths
  }

  private func notebook(ofFile path: String) throws(Complaint) -> Notebook {
    do {
      return try Notebook(bytes: settings.files.read(path), name: path)
    } catch {
      throw Self.complaint(error)
    }
  }

  private static func complaint(_ error: any Error) -> Complaint {
    if let error = error as? FileError {
      return Complaint(message: "\(error.path): \(error.problem)".cleaned(.text))
    }
    return Complaint(message: "\(error)".cleaned(.text))
  }
}
