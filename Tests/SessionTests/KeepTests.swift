import Testing

@testable import Session
@testable import Workbench

/// What a training, a study or a search comes to is kept, and taken where its cell and everything above
/// it are unchanged.
@Suite("What is kept of trainings")
struct KeepTests {
  private static func session(_ lines: [String], keeping: Bool = true) -> NotebookSession {
    var session = NotebookSession(settings: .testing())
    if keeping { session.keep = ResultKeep() }
    for line in lines { _ = session.submit(line) }
    return session
  }

  /// What a session has trained and taken.
  private static func count(_ session: NotebookSession) -> [Int] {
    session.keep.map { [$0.count.done, $0.count.taken] } ?? []
  }

  @Test(
    "a line that is typed again behind the same cells is not done again",
    arguments: [
      ("train epochs=3", 1), ("train epochs=2 restarts=3", 3), ("compare l2=0,0.1 seeds=2", 4),
      ("search random rate=0.01..1 log trials=3 repeats=2", 6),
      ("plot learning curve repeats=2", 12), ("plot surface", 1), ("plot rate range", 0),
      ("for n in 1..3\n  train epochs=n\nend", 3),
    ])
  func typedAgain(_ line: String, _ fits: Int) {
    var session = Self.session(trainedCircles)
    #expect(Self.count(session) == [1, 0])
    let first = session.lines(of: line)
    #expect(Self.count(session) == [1 + fits, 0], "\(line)")
    _ = session.submit("undo")
    #expect(session.lines(of: line) == first)
    #expect(Self.count(session) == [1 + fits, fits], "\(line)")
    var other = Self.session(trainedCircles, keeping: false)
    #expect(other.lines(of: line) == first)
    #expect(other.markdown(title: "t") == session.markdown(title: "t"))
  }

  @Test("a line that becomes no cell leaves what is known of the cells above it")
  func between() {
    var session = Self.session(Array(trainedCircles.dropLast()))
    session.wishes = .atTerminal
    let training = trainedCircles[trainedCircles.count - 1]
    for line in ["trane", "train rate=fast", training, "undo", "let a = 1", "trane", "undo"] {
      _ = session.submit(line)
    }
    #expect(Self.count(session) == [1, 0])
    _ = session.submit(training)
    #expect(Self.count(session) == [1, 1])
    for line in ["undo", "let a = 1", "trane", training] { _ = session.submit(line) }
    #expect(Self.count(session) == [2, 1])
  }

  @Test("an edit to and fro trains what is new alone")
  func edited() {
    var session = Self.session(trainedCircles + ["train epochs=2", "compare l2=0,0.1"])
    #expect(Self.count(session) == [4, 0])
    let before = session.markdown(title: "t")
    _ = session.submit("edit 6 train epochs=4")
    #expect(Self.count(session) == [8, 0])
    _ = session.submit("edit 6 \(trainedCircles[5])")
    #expect(Self.count(session) == [8, 4])
    #expect(session.markdown(title: "t") == before)
    _ = session.submit("edit 7 train epochs=2")
    #expect(Self.count(session) == [8, 7])
    #expect(session.markdown(title: "t") == before)
  }

  @Test(
    "what stands above a cell, the seed and what was saved tell it from others",
    arguments: [
      ["seed 5"] + trainedCircles, ["note a"] + trainedCircles,
      trainedCircles.map {
        $0.replacing("noise=0.1", with: "noise=0.2")
      },
    ])
  func others(_ lines: [String]) {
    let keep = ResultKeep()
    var first = NotebookSession(settings: .testing())
    first.keep = keep
    for line in trainedCircles { _ = first.submit(line) }
    var second = NotebookSession(settings: .testing())
    second.keep = keep
    for line in lines { _ = second.submit(line) }
    #expect(keep.count.taken == 0)
    var third = NotebookSession(settings: .testing(seed: 7))
    third.keep = keep
    for line in trainedCircles { _ = third.submit(line) }
    #expect(keep.count.taken == 0)
    var fourth = NotebookSession(settings: .testing())
    fourth.keep = keep
    for line in trainedCircles { _ = fourth.submit(line) }
    #expect(keep.count.taken == 1)
    #expect(fourth.markdown(title: "t") == first.markdown(title: "t"))
  }

  @Test("a file's lines are always run, and a session without a keep keeps nothing")
  func files() {
    var session = Self.session(trainedCircles)
    _ = session.submit("undo")
    session.settings = session.settings.opened("some.md", by: .runAtPrompt)
    _ = session.submit(trainedCircles[5])
    #expect(Self.count(session) == [2, 0])
    #expect(
      Self.session(trainedCircles, keeping: false).cells.allSatisfy { $0.traces.lineage == nil })
  }

  @Test("the oldest goes first where there is no room, and is trained again")
  func room() {
    var session = Self.session(trainedCircles)
    for epochs in 1...3 {
      _ = session.submit("train epochs=\(epochs)")
      _ = session.submit("undo")
    }
    session.keep?.shrink(to: 60_000)
    _ = session.submit("train epochs=3")
    let taken = Self.count(session)[1]
    session.keep?.shrink(to: 0)
    _ = session.submit("undo")
    _ = session.submit("train epochs=3")
    #expect(Self.count(session)[1] == taken)
  }

  @Test("sessions by chance print the same with it and without", arguments: 0..<6)
  func law(_ batch: Int) {
    var taken = 0
    for sequence in 0..<12 {
      let number = UInt64(7_000 + batch * 100 + sequence)
      var generator = CommandGenerator(seed: number)
      let settings = SessionSettings.testing(seed: number % 2)
      var (one, other) = (
        NotebookSession(settings: settings), NotebookSession(settings: settings)
      )
      one.keep = ResultKeep()
      var typed = [
        "data circles points=12", "split validation=25%", "network", "add dense 2 tanh",
        "add dense 1 sigmoid", "train epochs=2", "undo", "train epochs=2",
      ]
      for line in typed { (_, _) = (one.submit(line), other.submit(line)) }
      for _ in 0..<14 {
        let line = typed.count % 3 == 0 ? Self.again(typed) : generator.line(cells: one.cells.count)
        typed.append(line)
        guard line != "show session" else { continue }
        #expect(one.lines(of: line) == other.lines(of: line), "\(number): \(typed)")
        #expect(one.state.heldBytes == other.state.heldBytes, "\(number): \(typed)")
      }
      #expect(one.markdown(title: "t") == other.markdown(title: "t"), "\(number): \(typed)")
      taken += one.keep?.count.taken ?? 0
    }
    #expect(taken > 0)
  }

  /// A way back, or a training that was typed before.
  private static func again(_ typed: [String]) -> String {
    if typed.count % 2 == 0 { return "undo" }
    return typed.last { $0.hasPrefix("train") } ?? "train epochs=1"
  }
}
