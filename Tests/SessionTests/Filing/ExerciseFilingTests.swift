import Foundation
import Notebooks
import Testing

@testable import Session
@testable import Workbench

/// A notebook with exercises that is opened: they are solved as a replay solves them, and what is
/// written back replays.
@Suite("The file of a notebook with exercises")
struct ExerciseFilingTests {
  private let folder: TemporaryFolder
  private let settings: SessionSettings
  private var path: String { "\(folder.path)/n.md" }

  init() throws {
    folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    self.settings = settings
    try folder.write(Self.text, to: "n.md")
  }

  /// Every kind of step, an exercise with a solution of two inputs, and prose around them.
  private static let text = """
    # Steps

    Some *prose*.

    ```overfit
    > let a = 1
    > help quit
    ```

    ```exercise one
    check a > 2
    hint no
    solution
    > let b = 3
    > let a = b
    ```

    Between.

    ```prediction p
    ask How large?
    measure a
    ```

    ```overfit
    > print a
    3
    ```

    ```question q
    ask What is a?
    answer a
    ```

    ```claim c
    says It is more than two.
    holds a > 2
    ```

    ```cards
    card Front?
    back Back.
    ```

    """

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

  private func verdict() throws -> Replay.Verdict {
    Replay(try Notebook(bytes: Array(content.utf8), name: path), settings: settings).verdict
  }

  /// Writes the outputs that a replay gives into the file.
  private func update() throws -> String {
    let notebook = try Notebook(bytes: Array(content.utf8), name: path)
    try folder.write(Replay(notebook, settings: settings).updatedText, to: "n.md")
    return content
  }

  @Test("has the solutions among its cells, and stays the same to the byte")
  func unchanged() throws {
    let before = try update()
    var session = try opened()
    #expect(
      session.cells.map(\.source) == [
        "note Some *prose*.", "let a = 1", "let b = 3", "let a = b", "note Between.", "print a",
      ])
    #expect(session.unsaved == nil)
    #expect(session.text(of: "save").hasPrefix("saved 6 cells in "))
    #expect(content == before)
    #expect(try verdict() == .equal)
  }

  @Test("has what was typed at its end, alike or not, and replays")
  func goesOn() throws {
    let before = try update()
    var session = try opened()
    for line in ["print a + b", "let a = b", "print a"] { _ = session.submit(line) }
    #expect(session.text(of: "save") == "saved 9 cells in \(path)")
    #expect(
      content == before + "\n```overfit\n> print a + b\n6\n> let a = b\n> print a\n3\n```\n")
    #expect(try verdict() == .equal)
    _ = session.submit("delete 7")
    _ = session.submit("save")
    #expect(content == before + "\n```overfit\n> let a = b\n> print a\n3\n```\n")
    #expect(session.unsaved == nil)
  }

  @Test("goes on after it was taken up from a journal")
  func recovered() throws {
    let before = try update()
    var session = try opened()
    _ = session.submit("print 2")
    var again = NotebookSession(settings: settings)
    for cell in session.record.cells { _ = try again.recover(cell) }
    again.recover(try #require(session.record.file))
    #expect(again.unsaved == "1 cell is not saved")
    _ = again.submit("save")
    #expect(content == before + "\n```overfit\n> print 2\n2\n```\n")
    _ = again.submit("edit 3 let b = 4")
    #expect(again.flowingText(of: "save").contains("the solution of one in"))
  }

  @Test("has an edited cell around its steps, and says what a replay will find")
  func edited() throws {
    _ = try update()
    var session = try opened()
    _ = session.submit("edit 6 print a * 2")
    #expect(session.text(of: "save") == "saved 6 cells in \(path)")
    #expect(content.contains("> print a * 2\n6\n"))
    #expect(try verdict() == .equal)
    _ = session.submit("edit 2 let a = 5")
    let fault = "\(path):12: the checks of exercise one hold before its solution is run"
    #expect(session.flowingText(of: "save").contains("a replay will find: \(fault)"))
    #expect(content.contains("> let a = 5\n> help quit\n"))
    #expect(try verdict() == .broken([fault]))
  }

  @Test(
    "is left alone where a solution is no longer its own",
    arguments: ["edit 4 let a = 7", "delete 3"])
  func otherSolution(line: String) throws {
    let before = try update()
    var session = try opened()
    _ = session.submit("edit 6 print 8")
    _ = session.submit(line)
    #expect(session.flowingText(of: "save").contains("the solution of one in \(path) is no longer"))
    #expect(content == before)
    #expect(session.text(of: "save \(folder.path)/cells.md").hasPrefix("saved "))
    var again = try opened()
    _ = again.submit(line)
    _ = again.submit("undo")
    #expect(again.text(of: "save").hasPrefix("saved 6 cells in "))
    #expect(content == before)
  }

  @Test("is not written where a solution works on the notebook itself")
  func changingSolution() throws {
    let solution = "solution\n> undo\n> let a = 3\n"
    try folder.write(
      "```overfit\n> let a = 1\n```\n\n```exercise one\ncheck a > 2\nhint no\n\(solution)```\n",
      to: "n.md")
    var session = try opened()
    #expect(session.cells.map(\.source) == ["let a = 3"])
    _ = session.submit("print 2")
    #expect(session.flowingText(of: "save").contains("the solution of one changes the cells"))
  }

  @Test("can be any lesson of the course: what is new stands at its end, all else as it was")
  func lessons() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: LessonTests.root + "/lessons")
      .filter { $0.hasSuffix(".md") }.sorted()
    #expect(names.count >= 9)
    for name in names {
      let text = try String(contentsOfFile: "\(LessonTests.root)/lessons/\(name)", encoding: .utf8)
      let notebook = try Notebook(text: text, name: name)
      let old = notebook.played.enumerated().map { RevisedEntry.old($0.offset, $0.element.entry) }
      #expect(notebook.revised(old) == text, "\(name)")
      let more = notebook.revised(old + [.new(.cell(source: "print 1", output: ["1"]))])
      let added = more.map { $0.hasPrefix(text.dropLast(4)) && $0.hasSuffix("> print 1\n1\n```\n") }
      #expect(added == true, "\(name)")
      let first = notebook.played.firstIndex(where: \.isSolution)
      if let first {
        #expect(notebook.revised(old.filter { $0 != old[first] }) == nil, "\(name)")
      }
    }
  }
}
