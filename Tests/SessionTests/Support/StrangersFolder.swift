import Foundation
import Language
import Notebooks
import Synchronization
import Testing

@testable import Session
@testable import Workbench

/// A folder with what is a stranger's and what is not: `own` holds a file that is opened, `data` is a
/// folder of data sets, and `outside` has what no file may touch.
final class StrangersFolder {
  /// What stands in every file that must not be read.
  static let secret = "SECRETWORD"

  let path: String
  private let folder: TemporaryFolder
  private let servers = ContactedServers()

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path
    let table = "\(Self.secret)a,b\n1,2\n3,4\n5,6\n"
    for name in ["outside/table.csv", "outside/notes.md", "outside/.hidden/key", "own/.key.csv"] {
      try folder.write(table, to: name)
    }
    try folder.write(Tiny.png, to: "outside/photos/a/1.png")
    try folder.write(Tiny.png, to: "outside/photos/b/1.png")
    for name in ["own/points.csv", "own/sub/points.csv", "data/known.csv"] {
      try folder.write("a,b\n1,2\n3,4\n", to: name)
    }
    try folder.link("own/link.csv", to: "outside/table.csv")
    try folder.link("own/away", to: "outside")
    try folder.link("own/near.csv", to: "own/points.csv")
    #expect(mkfifo("\(path)/own/pipe.csv", 0o600) == 0)
    var owner = NotebookSession(running: trainedCircles, settings: settings())
    _ = owner.submit("save network \(path)/outside/net.safetensors")
    _ = owner.submit("save weights \(path)/outside/net.npz")
    #expect(FileManager.default.fileExists(atPath: "\(path)/outside/net.npz"))
  }

  /// What the person's session is told, with a network that must not be reached.
  func settings() -> SessionSettings {
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    settings.datasetFolders = ["\(path)/data"]
    settings.fetch = { [servers] address, _, _, _, _ in servers.note(address) }
    return settings
  }

  /// The servers that were contacted.
  var contacted: [String] { servers.addresses }

  func write(_ text: String, to name: String) throws -> String {
    try folder.write(text, to: name)
  }

  /// Every file with its content, and every link, but for the one that is opened.
  func content() throws -> [String: Data] {
    let files = FileManager.default
    var content: [String: Data] = [:]
    for name in try files.subpathsOfDirectory(atPath: path) where name != "own/opened.md" {
      let type = try files.attributesOfItem(atPath: "\(path)/\(name)")[.type] as? FileAttributeType
      content[name] =
        type == .typeRegular
        ? try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
        : Data((type?.rawValue ?? "").utf8)
    }
    return content
  }

  /// Runs lines in the way in which a file of them would be opened, and gives back all that is shown.
  func lines(
    of sources: [String], opened way: FileWay, front: String = "",
    settings given: SessionSettings? = nil
  ) throws -> [String] {
    let settings = given ?? settings()
    let text =
      front + "# A lesson\n\n```overfit\n"
      + sources.map { source in
        source.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
          .map { ($0 == 0 ? "> " : ". ") + $1 }.joined(separator: "\n") + "\n"
      }.joined() + "```\n"
    let file = try write(text, to: "own/opened.md")
    switch way {
    case .run:
      let source = try SourceFile(file, files: settings.files)
      var session = NotebookSession(settings: settings.opened(file, by: way))
      return source.cells.flatMap { session.lines(of: $0.script.source) }
    case .kernel:
      var session = NotebookSession(settings: settings.opened(file, by: way))
      return sources.flatMap { session.lines(of: $0) }
    case .open:
      let source = try SourceFile(file, files: settings.files)
      var session = NotebookSession(settings: settings)
      return source.played.indices.flatMap { session.lines(opening: $0, of: source) }
    case .runAtPrompt:
      var session = NotebookSession(settings: settings)
      return session.lines(of: "run \"\(file)\"")
    case .replay:
      let notebook = try Notebook(bytes: Array(text.utf8), name: file)
      let replay = Replay(notebook, settings: settings)
      if case .skipped(let reason) = replay.verdict { return [reason] }
      return replay.faults + replay.updatedText.split(separator: "\n").map(String.init)
    case .learn, .lesson:
      let notebook = try Notebook(bytes: Array(text.utf8), name: file)
      var walk = LessonWalk(notebook, settings: settings, by: way)
      var lines: [String] = []
      while let taken = walk.advance() {
        guard case .cell(let source, _) = taken.step else { continue }
        lines += Transcript.standard.output(of: taken.outcome, source: source, in: walk.session)
      }
      return lines
    case .recovery:
      var session = NotebookSession(settings: settings)
      return Self.record(of: sources).flatMap { session.lines(recovering: $0) }
    case .progress:
      let empty = try Notebook(text: "\(front)# A lesson\n\nNothing.\n", name: file)
      var walk = LessonWalk(empty, settings: settings, by: way, typedBy: way)
      return Self.record(of: sources).flatMap { walk.lines(takingUp: $0) }
    }
  }

  /// The cells of a journal with these lines; what saves stands behind the cell above it.
  private static func record(of sources: [String]) -> [RecordedCell] {
    sources.reduce(into: []) { cells, source in
      if source.hasPrefix("save "), !cells.isEmpty {
        cells[cells.count - 1].saves.append(source)
      } else {
        cells.append(RecordedCell(source))
        cells[cells.count - 1].hasFailed = true
      }
    }
  }
}

extension NotebookSession {
  /// Opens an entry of a notebook, and gives back all that is shown of it; what does not come is left
  /// out.
  fileprivate mutating func lines(opening index: Int, of file: SourceFile) -> [String] {
    do throws(RecoveryStop) {
      let outcome = try open(index, of: file)
      return Transcript.standard.output(
        of: outcome, source: file.played[index].script.source, in: self)
    } catch {
      return [error.reason]
    }
  }

  /// Takes up a cell of a journal, and gives back all that is shown of it and of what was saved.
  fileprivate mutating func lines(recovering cell: RecordedCell) -> [String] {
    do throws(RecoveryStop) {
      let outcome = try recover(cell)
      let saved = cells.last?.traces.saves ?? []
      return Transcript.standard.output(of: outcome, source: cell.source, in: self)
        + saved.flatMap { Transcript.standard.lines(of: $0.document) }
    } catch {
      return [error.reason]
    }
  }
}

extension LessonWalk {
  /// Takes a step as a student says they did, by one cell, and gives back all that is shown of it and of
  /// what was saved.
  fileprivate mutating func lines(takingUp cell: RecordedCell) -> [String] {
    for hasFailed in [false, true] {
      var cell = cell
      cell.hasFailed = hasFailed
      let made = OwnCells(kept: session.cells.count, cells: [cell])
      if let stop = take(made, control: RunControl()) {
        if hasFailed { return [stop.reason] }
        continue
      }
      guard let last = session.cells.last else { return [] }
      return Transcript.standard.output(of: last)
        + last.traces.saves.flatMap { Transcript.standard.lines(of: $0.document) }
    }
    return []
  }
}

/// The addresses that were asked for.
private final class ContactedServers: Sendable {
  private let noted = Mutex<[String]>([])

  var addresses: [String] { noted.withLock { $0 } }

  func note(_ address: String) { noted.withLock { $0.append(address) } }
}

/// A whole picture of one pixel.
private enum Tiny {
  static let png: [UInt8] =
    [137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1]
    + [8, 6, 0, 0, 0, 31, 21, 196, 137, 0, 0, 0, 13, 73, 68, 65, 84, 120, 156, 99, 248, 207]
    + [
      192, 240, 31, 0, 5, 0, 1, 255, 137, 153, 61, 29, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
    ]
}
