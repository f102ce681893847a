import CAllocationCounter
import Language
import Testing

@testable import Session
@testable import Workbench

/// The proof by counting that a notebook takes a time in proportion to its length, whatever opens it.
///
/// Nearly all that a small cell takes is memory that is asked for, and values that are passed on. It is
/// counted in a process of its own, where no other test runs.
@Suite("A notebook ten times as long", .enabled(if: allocation_counter_is_available()))
struct LongNotebookTests {
  @Test("takes ten times as much, whatever opens it")
  func files() async {
    await #expect(processExitsWith: .success) {
      let folder = try StrangersFolder()
      for way in FileWay.allCases {
        try LongNotebook.expectProportion("\(way)") { lines in
          _ = try folder.lines(of: lines, opened: way)
        }
      }
    }
  }

  @Test("takes ten times as much where it is typed, a journal is kept of it, and it is saved")
  func typed() async {
    await #expect(processExitsWith: .success) {
      let folder = try StrangersFolder()
      try LongNotebook.expectProportion("typed") { lines in
        var session = NotebookSession(settings: folder.settings())
        session.keep = ResultKeep()
        var written = WrittenSession(session.record)
        for line in lines {
          var gathering = session.gathering
          let isOpen = gathering.append(line)
          #expect(!isOpen)
          _ = session.submit(try #require(gathering.script))
          if let change = written.change(to: session) { written.note(change) }
        }
        #expect(session.cells.count == lines.count)
        _ = session.submit("save \(folder.path)/long.md")
      }
    }
  }

  @Test("takes ten times as much where lines fail, and others are taken back and done again")
  func toAndFro() async {
    await #expect(processExitsWith: .success) {
      for keepsErrors in [false, true] {
        try LongNotebook.expectProportion("to and fro, \(keepsErrors)") { lines in
          var session = NotebookSession(settings: .testing())
          session.keep = ResultKeep()
          if !keepsErrors { session.wishes = .atTerminal }
          for line in lines {
            for typed in ["trane", "train", line, "undo", "redo"] { _ = session.submit(typed) }
            #expect(session.isSaved == false)
          }
          #expect(session.cells.count == (keepsErrors ? 3 : 1) * lines.count)
        }
      }
    }
  }

  @Test("shares what none of its cells has changed")
  func sharing() {
    var session = NotebookSession(running: ["data circles points=100", "network"])
    let before = session.state
    for line in LongNotebook.lines(100) { _ = session.submit(line) }
    #expect(session.state.sharesWork(with: before))
    _ = session.submit("add dense 1")
    #expect(!session.state.sharesWork(with: before))
  }

  @Test(
    "makes the same cell of numbers that get names, or are printed, as of anything else",
    arguments: [
      ["let c = 3", "let a = 12.5%  # again", "let b = 1e300", "\n let d = 4\n"],
      ["print 12.5%", "print a", "print -(a + b) / 3  # of two", "let c = a ^ b - 1", "print c"],
      ["print 1 / 0", "let c = b / 0", "print 1 < 2", "print not a", "let c = a > 1", "print c"],
      ["print pi", "print word", "print a yes=yes", "print", "print 1 2", "print a + [1, 2]"],
    ])
  func numbers(lines: [String]) throws {
    var session = NotebookSession(running: ["let a = 1", "let b = 2", "print a + b"])
    for line in lines {
      let script = Script(parsing: line)
      let (state, settings) = (session.state, session.settings)
      let table = session.vocabulary.table
      guard
        case .cell(let other) = Interpreter.runAny(
          script, from: state, settings: settings, table: table, control: RunControl()),
        case .cell(let cell) = Interpreter.run(
          script, from: state, settings: settings, table: table, control: RunControl())
      else {
        Issue.record("\(line) is a cell")
        continue
      }
      #expect(cell.source == other.source)
      #expect(cell.byteCount == other.byteCount)
      #expect(cell.state.heldBytes == other.state.heldBytes)
      #expect(cell.state.bindings.names == other.state.bindings.names)
      for name in cell.state.bindings.names {
        #expect(cell.state.bindings.value(of: name) == other.state.bindings.value(of: name))
      }
      #expect(cell.rights == other.rights)
      #expect(cell.document == other.document)
      #expect(Transcript.standard.output(of: cell) == Transcript.standard.output(of: other))
      _ = session.submit(line)
    }
    var limited = session.state
    limited.memoryLimit = limited.heldBytes + 100
    let script = Script(parsing: "let e = 5")
    let result = Interpreter.run(
      script, from: limited, settings: session.settings, table: session.vocabulary.table,
      control: RunControl())
    if case .cell(let cell) = result { #expect(cell.hasFailed) }
    let stopped = Interpreter.run(
      script, from: session.state, settings: session.settings, table: session.vocabulary.table,
      control: RunControl(isInterrupted: { true }))
    if case .cell = stopped { Issue.record("it was interrupted") }
  }
}

/// Cells that change names, and look at them.
private enum LongNotebook {
  static func lines(_ count: Int) -> [String] {
    (0..<count).map { number in
      switch number % 4 {
      case 0: "let a = \(number)"
      case 1: "print a"
      case 2: "let b\(number % 40) = a + 1"
      default: "note a is \(number)"
      }
    }
  }

  /// Does work with a long notebook and with one ten times as long.
  static func expectProportion(_ name: String, _ work: ([String]) throws -> Void) throws {
    // What is made once is made by then.
    _ = try count { try work(lines(8)) }
    let short = try count { try work(lines(80)) }
    let long = try count { try work(lines(800)) }
    #expect(short.allocations > 80, "\(name)")
    #expect(long.allocations < 11 * short.allocations, "\(name): \(short) \(long)")
    #expect(
      long.references < 11 * short.references || long.references == 0, "\(name): \(short) \(long)")
  }

  private static func count(
    _ work: () throws -> Void
  ) rethrows -> (allocations: Int, references: Int) {
    allocation_counter_start()
    try work()
    allocation_counter_stop()
    return (allocation_counter_allocations(), allocation_counter_references())
  }
}
