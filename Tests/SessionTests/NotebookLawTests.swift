import Notebooks
import Session
import Testing

@testable import Workbench

/// The law of the notebook: at any moment, saving and replaying prints the same bytes.
@Suite("The law of the notebook")
struct NotebookLawTests {
  /// Each number is the seed of some sequences, so that a failure names its own.
  static let batches = 0..<12
  private static let sequencesPerBatch = 25
  private static let linesPerSequence = 10

  /// What a state shows of itself; used to tell two states apart.
  private static let probes = [
    "seed", "show data", "show network", "runs", "print x", "print y", "print sum(weights(1))",
    "print loss()", "print 1 / 3", "predict example 1", "use small", "train",
  ]

  @Test("holds after any line, right or wrong", arguments: batches)
  func law(_ batch: Int) throws {
    for sequence in 0..<Self.sequencesPerBatch {
      let number = UInt64(batch * 1000 + sequence)
      var generator = CommandGenerator(seed: number)
      let settings = SessionSettings.testing(seed: number % 3 == 0 ? 0 : number)
      var session = NotebookSession(settings: settings)
      var typed: [String] = []
      for _ in 0..<Self.linesPerSequence {
        let line = generator.line(cells: session.cells.count)
        typed.append(line)
        let before = session
        let outcome = session.submit(line)
        let context = "sequence \(number): \(typed)"
        Self.expectUndoAndRedo(session, from: before, after: outcome, context)
        if case .cell(_, let cell) = outcome, cell.hasFailed, sequence % 5 == 0 {
          #expect(Self.signs(of: before) == Self.signs(of: session), "\(context)")
        }
      }
      try Self.expectReplay(session, settings, "sequence \(number): \(typed)")
    }
  }

  @Test("holds at every moment of a session")
  func everyMoment() throws {
    for number in UInt64(0)..<12 {
      var generator = CommandGenerator(seed: 50_000 + number)
      var session = NotebookSession(settings: .testing())
      var typed: [String] = []
      for _ in 0..<14 {
        typed.append(generator.line(cells: session.cells.count))
        _ = session.submit(typed[typed.count - 1])
        try Self.expectReplay(session, .testing(), "sequence \(number): \(typed)")
      }
    }
  }

  @Test(
    "holds for whatever ends a line",
    arguments: [
      "print 1 # a\rprint 2", "print 1 \\\r + 2", "note a\rb", "print \"a\rb\"", "\rprint 1\r",
      "for i in 1..2\r  print i\rend", "for i in 1..2\r\n  print i\r\nend", "prnt\r\rprint 1",
      "print [1, 2;\r 3, 4]", "let x = 1\r\n\rprint x",
    ])
  func lineEnds(_ source: String) throws {
    var session = NotebookSession(settings: .testing())
    _ = session.submit(source)
    _ = session.submit("print 3")
    try Self.expectReplay(session, .testing(), source)
  }

  @Test("goes back change by change to the empty notebook, and forward again")
  func wayBack() {
    var session = NotebookSession(settings: .testing())
    var steps = [session.markdown(title: "t")]
    for line in [
      "seed 3", "data circles points=20", "network", "add dense 2 tanh", "add dense 1 sigmoid",
      "train epochs=2", "edit 2 data moons points=20", "delete 4", "trane", "print loss()",
    ] {
      _ = session.submit(line)
      steps.append(session.markdown(title: "t"))
    }
    for step in steps.dropLast().reversed() {
      _ = session.submit("undo")
      #expect(session.markdown(title: "t") == step)
    }
    #expect(session.cells.isEmpty)
    for step in steps.dropFirst() {
      _ = session.submit("redo")
      #expect(session.markdown(title: "t") == step)
    }
  }

  private static func signs(of session: NotebookSession) -> [String] {
    var copy = session
    return probes.map { copy.text(of: $0) }
  }

  /// A cell is taken back by `undo` and comes again with `redo`; what is refused changes nothing.
  private static func expectUndoAndRedo(
    _ session: NotebookSession, from before: NotebookSession,
    after outcome: NotebookSession.Outcome,
    _ context: String
  ) {
    let text = session.markdown(title: "t")
    switch outcome {
    case .cell:
      var copy = session
      _ = copy.submit("undo")
      #expect(copy.markdown(title: "t") == before.markdown(title: "t"), "\(context)")
      #expect(copy.cells.count == before.cells.count, "\(context)")
      _ = copy.submit("redo")
      #expect(copy.markdown(title: "t") == text, "\(context)")
    case .refused, .nothing, .editing, .interrupted, .unable, .lesson, .view, .quit:
      #expect(text == before.markdown(title: "t"), "\(context)")
    case .notebook:
      break
    }
  }

  private static func expectReplay(
    _ session: NotebookSession, _ settings: SessionSettings, _ context: String
  ) throws {
    let text = session.markdown(title: "t")
    let notebook = try Notebook(text: text, name: "t.md")
    var other = settings
    other.seed = 99
    let replay = Replay(notebook, settings: other)
    if case .different(let difference) = replay.verdict {
      Issue.record("\(context)\n\(difference)")
    }
    #expect(replay.updatedText == text, "\(context)")

    var again = NotebookSession(settings: settings)
    for entry in notebook.entries {
      switch entry {
      case .cell(let source, _): _ = again.submit(source)
      case .note(let note):
        _ = again.submit(
          note.split(separator: "\n", omittingEmptySubsequences: false).map { "note \($0)" }
            .joined(separator: "\n"))
      }
    }
    #expect(again.markdown(title: "t") == text, "\(context)")
  }
}
