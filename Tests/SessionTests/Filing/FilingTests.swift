import Foundation
import Notebooks
import Testing

@testable import Session
@testable import Workbench

/// A notebook that is opened goes on, and is written back around its prose.
@Suite("A notebook's own file")
struct FilingTests {
  private let folder: TemporaryFolder
  private let settings: SessionSettings
  private var path: String { "\(folder.path)/n.md" }

  init() throws {
    folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    self.settings = settings
  }

  private static let text = """
    ---
    minutes: 5
    ---
    # A title

    Some *prose*.

    ```overfit
    > print 1
    1
    > trane
      ^^^^^ unknown command "trane"
      did you mean: train
    > help quit
    """

  /// The file, with what `help quit` shows.
  private func write(_ more: String = "") throws {
    var session = NotebookSession(settings: settings)
    let help = session.lines(of: "help quit").map { $0 + "\n" }.joined()
    try folder.write("\(Self.text)\n\(help)```\n\(more)", to: "n.md")
  }

  private var content: String {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private func opened() throws -> NotebookSession {
    let file = try SourceFile(path, files: settings.files)
    var session = NotebookSession(settings: settings)
    for index in file.played.indices { _ = try session.open(index, of: file) }
    session.goOn(in: file, isWhole: true)
    return session
  }

  @Test("is the same to the byte when nothing has changed, and nothing is unsaved")
  func unchanged() throws {
    try write("\nThe end.\n")
    let before = content
    var session = try opened()
    #expect(
      session.cells.map(\.source) == ["note Some *prose*.", "print 1", "trane", "note The end."])
    #expect(session.unsaved == nil)
    #expect(session.text(of: "save").hasPrefix("saved 4 cells in "))
    #expect(content == before)
  }

  @Test("has new cells at its end, and keeps prose, front matter and what is no cell")
  func goesOn() throws {
    try write("\nThe end.\n")
    let before = content
    var session = try opened()
    _ = session.submit("print 2")
    #expect(session.unsaved == "1 cell is not saved")
    _ = session.submit("save")
    #expect(content == before + "\n```overfit\n> print 2\n2\n```\n")
    #expect(session.unsaved == nil)
    #expect(session.flowingText(of: "edit 2 print 7").contains("7"))
    #expect(session.flowingText(of: "save").contains("overfit replay --update"))
    #expect(content.contains("> print 7\n7\n> trane\n") && content.contains("> help quit\n"))
    let notebook = try Notebook(bytes: Array(content.utf8), name: path)
    #expect(Replay(notebook, settings: settings).verdict == .equal)
  }

  @Test("is written under another name with the same prose")
  func otherName() throws {
    try write()
    var session = try opened()
    _ = session.submit("save \(folder.path)/other.md")
    let other = FileManager.default.contents(atPath: "\(folder.path)/other.md")
    #expect(other.map { String(decoding: $0, as: UTF8.self) } == content)
    #expect(session.fileToSaveTo == "\(folder.path)/other.md")
  }

  @Test("is not written over when another program has changed it")
  func changed() throws {
    try write()
    var session = try opened()
    _ = session.submit("print 2")
    try folder.write("other\n", to: "n.md")
    #expect(session.flowingText(of: "save").contains("another program has changed"))
    #expect(content == "other\n")
    #expect(session.unsaved == "1 cell is not saved")
    _ = session.submit("save \(path) overwrite=yes")
    #expect(content.contains("Some *prose*.") && content.contains("> print 2"))
  }

  @Test("is not written back where a part of it was not opened")
  func parts() throws {
    try write()
    let before = content
    let file = try SourceFile(path, files: settings.files)
    var part = NotebookSession(settings: settings)
    _ = try part.open(0, of: file)
    part.goOn(in: file, isWhole: false)
    #expect(part.text(of: "save").contains("save needs the name of a file"))
    #expect(part.flowingText(of: "save \"\(path)\"").contains("is there already"))
    #expect(content == before)
  }

  @Test("stops before a cell that worked and fails now, and goes on behind one that has failed")
  func stops() throws {
    let line = "> load network \(folder.path)/none.safetensors"
    try folder.write("```overfit\n> print 1\n\(line)\nnetwork none\n```\n", to: "n.md")
    let file = try SourceFile(path, files: settings.files)
    var session = NotebookSession(settings: settings)
    _ = try session.open(0, of: file)
    let error = #expect(throws: RecoveryStop.self) { try session.open(1, of: file) }
    #expect(error?.reason.contains("there is no such file") == true)
    #expect(session.cells.count == 1)
    try folder.write("```overfit\n> print 1\n\(line)\n  ^^^^ it failed\n```\n", to: "n.md")
    let whole = try opened()
    #expect(whole.cells.map(\.hasFailed) == [false, true])
  }

  @Test("is known again with a cell that has changed, which takes the place of the old one")
  func recoveredAfterEdit() throws {
    try write()
    let before = content
    var session = try opened()
    _ = session.submit("edit 2 print 7")
    var again = NotebookSession(settings: settings)
    for cell in session.record.cells { _ = try again.recover(cell) }
    again.recover(try #require(session.record.file))
    _ = again.submit("save")
    #expect(content == before.replacing("> print 1\n1\n", with: "> print 7\n7\n"))
  }

  @Test("is known again when the session is taken up from its journal")
  func recovered() throws {
    try write("\nThe end.\n")
    let before = content
    var session = try opened()
    _ = session.submit("print 2")
    let record = session.record
    var again = NotebookSession(settings: settings)
    for cell in record.cells { _ = try again.recover(cell) }
    again.recover(try #require(record.file))
    #expect(again.unsaved == "1 cell is not saved")
    _ = again.submit("save")
    #expect(content == before + "\n```overfit\n> print 2\n2\n```\n")
  }

  @Test("that this session has begun has its prose once, also after it was taken up again")
  func notes() throws {
    var session = NotebookSession(settings: settings)
    for line in ["\" A remark.", "note - one", "note - two", "print 1", "save \(path)"] {
      _ = session.submit(line)
    }
    let before = content
    var again = NotebookSession(settings: settings)
    for cell in session.record.cells { _ = try again.recover(cell) }
    again.recover(try #require(session.record.file))
    _ = again.submit("print 2")
    _ = again.submit("save")
    #expect(content == before.dropLast(4) + "> print 2\n2\n```\n")
    _ = again.submit("delete 1")
    _ = again.submit("save")
    #expect(!content.contains("A remark.") && content.contains("- one"))
  }

  @Test("has the lines that its cells need of what was saved among them, once")
  func savedAmongCells() throws {
    let lines = trainedCircles + ["save network \(folder.path)/a.safetensors"]
    var first = NotebookSession(running: lines, settings: settings)
    _ = first.submit("load network \(folder.path)/a.safetensors")
    _ = first.submit("save \(path)")
    let before = content
    #expect(before.contains("> save network"))
    var session = try opened()
    _ = session.submit("save")
    #expect(content == before)
    _ = session.submit("print 1")
    _ = session.submit("save")
    #expect(content == before.dropLast(4) + "> print 1\n1\n```\n")
  }
}
