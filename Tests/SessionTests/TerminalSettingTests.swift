import Charts
import Commands
import Foundation
import JSON
import Language
import Notebooks
import Session
import Testing

@testable import Workbench

@Suite("Pictures on a terminal and in files")
struct TerminalSettingTests {
  @Test("of all kinds are no cells, and read back from the lines that say them")
  func wishes() throws {
    for wish in SetCommand.wishes {
      for word in wish.words {
        var session = NotebookSession(settings: .testing())
        let text = session.text(of: "set \(wish.name) \(word)")
        #expect(session.cells.isEmpty)
        #expect(text.contains(word))
        var wishes = TerminalWishes()
        #expect(wishes.read("  set \(wish.name)\t\(word)") == .wish)
        #expect(wishes == session.wishes)
        for (_, line) in session.wishes.lines(unlike: TerminalWishes()) {
          #expect(line == "set \(wish.name) \(word)")
        }
      }
      var wishes = TerminalWishes()
      for line in ["set \(wish.name)", "set \(wish.name) x", "set \(wish.name) \(wish.words[0]) 2"]
      {
        guard case .fault = wishes.read(line) else {
          Issue.record("\(line) is taken")
          continue
        }
      }
      #expect(wishes == TerminalWishes())
    }
  }

  @Test("may keep what fails out of the cells, of the person's own lines alone")
  func errors() throws {
    var session = NotebookSession(running: ["let x = 1", "set keep nothing"])
    let state = session.markdown(title: "t")
    #expect(session.text(of: "print y").contains("nothing is called"))
    #expect(session.markdown(title: "t") == state)
    _ = session.text(of: "set keep errors")
    _ = session.text(of: "print y")
    #expect(session.cells.count == 2)
  }

  @Test("are set without a cell, and a saved notebook keeps its bytes")
  func setting() {
    let lines = ["data circles points=60", "plot data"]
    var session = NotebookSession(running: ["set pictures braille"] + lines)
    #expect(session.pictures == .braille)
    #expect(session.cells.map(\.source) == lines)
    #expect(
      session.markdown(title: "a") == NotebookSession(running: lines).markdown(title: "a"))
    _ = session.submit("undo")
    #expect(session.pictures == .braille)
    #expect(session.text(of: "set pictures waves").contains("not a kind of pictures"))
    #expect(session.text(of: "set pictures blocks 3").contains("did not expect"))
    #expect(session.pictures == .braille)
    #expect(session.completions(for: "set pictures bl", cursor: 15) == ["blocks"])
  }

  @Test("can't be set by a cell")
  func noCell() throws {
    var session = NotebookSession(running: ["let x = 1"])
    #expect(throws: Diagnostic.self) { try session.replace(cell: 1, with: "set pictures blocks") }
    let loop = session.text(of: "for x in 1, 2\n  set pictures blocks\nend")
    #expect(loop.contains("stands on its own"))
    #expect(session.pictures == .ascii)
  }

  @Test("stay set while a lesson goes on")
  func lesson() throws {
    let text = "# A\n\n```overfit\n> let x = 1\n> let y = 2\n```\n"
    var walk = LessonWalk(
      try Notebook(bytes: Array(text.utf8), name: "a.md"), settings: .testing())
    _ = walk.submit("set pictures blocks")
    _ = walk.advance()
    #expect(walk.session.pictures == .blocks)
  }

  @Test("are saved as shapes, characters or data")
  func saving() throws {
    let folder = try TemporaryFolder()
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    var session = NotebookSession(
      running: ["data circles points=60", "plot data", "show data"], settings: settings)
    for ending in ["svg", "txt", "json"] {
      _ = session.text(of: "save picture \(folder.path)/a.\(ending)")
    }
    #expect(folder.names == ["a.json", "a.svg", "a.txt"])
    guard let document = session.cells[1].document,
      case .chart(let chart) = document.blocks[0]
    else {
      Issue.record("there is no chart")
      return
    }
    #expect(try folder.text(of: "a.svg") == SVGRenderer().render(chart))
    #expect(
      try folder.text(of: "a.txt")
        == Transcript.standard.output(of: session.cells[1]).joined(separator: "\n") + "\n")
    #expect(try folder.text(of: "a.json") == document.json.text + "\n")
  }
}
