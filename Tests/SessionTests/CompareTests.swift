import Session
import Testing
import Tuning
import Workbench

@Suite("compare")
struct CompareTests {
  /// The words of a line of a table.
  private static func row(_ lines: [String], _ name: String) -> [String] {
    let line = lines.first { $0.hasPrefix(name) } ?? ""
    return line.split(separator: " ").map(String.init)
  }

  @Test(
    "a variant with nothing different ends where the training ended",
    arguments: [
      ["train epochs=4 optimizer=adam rate=0.05"],
      ["initialize seed=7", "train epochs=4 optimizer=momentum rate=0.1 batch=8"],
      ["train epochs=4 rate=0.5 l1=0.001 lambda=0.1"],
      ["train epochs=30 stop=early(patience=2)"],
    ])
  func sameStart(_ lines: [String]) {
    var session = NotebookSession(running: untrainedCircles + lines)
    let errors = session.lines(of: "evaluate")
    let variants = session.lines(of: "compare l2=0,0.3")
    #expect(Self.row(variants, "l2=0 ")[1] == Self.row(errors, "training")[4])
    #expect(Self.row(variants, "l2=0 ")[2] == Self.row(errors, "validation")[4])
    let norm = session.text(of: "print (norm(weights(1))^2 + norm(weights(2))^2)^0.5")
    #expect(norm.hasPrefix(Self.row(variants, "l2=0 ")[4].dropLast()))
  }

  @Test("changes nothing that a later command could see, but for the list of runs")
  func noTrace() {
    let lines = ["print loss()", "diagnose", "train", "evaluate"]
    var compared = NotebookSession(running: trainedCircles + ["compare l2=0,0.1"])
    var plain = NotebookSession(running: trainedCircles)
    for line in lines {
      #expect(compared.lines(of: line) == plain.lines(of: line))
    }
    #expect(compared.lines(of: "runs") != plain.lines(of: "runs"))
  }

  @Test("lists its variants as runs, whose curves can be laid over any others")
  func runs() {
    var session = NotebookSession(running: trainedCircles)
    let table = session.lines(of: "compare l2=0,0.1 seeds=2")
    #expect(table[0].hasSuffix("zeros  run"))
    #expect(Self.row(table, "l2=0 ").last == "2" && Self.row(table, "l2=0.1").last == "3")
    let listed = session.lines(of: "runs").filter { $0.hasPrefix("  3  circles, 36") }
    #expect(listed.count == 1)
    let picture = session.lines(of: "plot runs 1,2,3")
    #expect(picture.contains { $0.contains(".*. run 1   -o- run 2, l2=0   ,+, run 3, l2=0.1") })
    // The training and the variant with nothing different have the same curve, seed for seed.
    let figures = picture.suffix(3).joined(separator: " ").split(separator: " · ").map {
      $0.split(separator: "least").last ?? ""
    }
    #expect(figures.count == 3 && figures[0] == figures[1] && figures[1] != figures[2])
  }

  @Test("says what differs once, however the value is spelled")
  func once() throws {
    var session = NotebookSession(running: trainedCircles + ["compare l2=1%,0.1"])
    let runs = Array(session.state.runs.numbers.suffix(2)).map { session.state.runs[$0] }
    #expect(runs.map(\.variant) == ["l2=1%", "l2=0.1"])
    #expect(runs.allSatisfy { !$0.options.contains("l2=") && $0.options.contains("epochs=") })
    _ = session.submit("compare units=2,4")
    let last = try #require(session.state.runs.numbers.last)
    #expect(session.state.runs[last].options == runs[0].options)
  }

  @Test("is one step of undo, runs and all")
  func undo() {
    var session = NotebookSession(running: trainedCircles)
    let before = session.lines(of: "runs")
    _ = session.submit("compare l2=0,0.1,0.2")
    _ = session.submit("undo")
    #expect(session.lines(of: "runs") == before)
    _ = session.submit("undo")
    _ = session.submit("compare l2=0,0.1,0.2")
    #expect(session.lines(of: "plot runs 5").joined().hasSuffix("from 1 to 4"))
  }

  @Test("lists nothing between two epochs, where a rule compares")
  func rule() {
    var session = NotebookSession(
      running: trainedCircles + ["when epoch == 4 do compare l2=0,0.1"])
    let table = session.lines(of: "train")
    #expect(table.contains { $0.hasPrefix("variant") && $0.hasSuffix("zeros") })
    #expect(session.lines(of: "plot runs 3").joined().contains("from 1 to 2"))
  }

  @Test("lists no variant that diverged, and numbers the others on")
  func diverged() {
    var session = NotebookSession(running: trainedCircles)
    let table = session.lines(of: "compare plain with(rate=1e30, l2=1) with(l2=0.1)")
    #expect(Self.row(table, "plain").last == "2")
    #expect(Self.row(table, "rate=1e30 l2=1").last == "diverged")
    #expect(Self.row(table, "l2=0.1").last == "3")
  }

  @Test(
    "shows each picture of the networks, or refuses it before anything is trained",
    arguments: [
      ("boundary", "plain"), ("weights", "#1 dense"), ("activations", "l2=0.1"),
      ("gradients", "l2=0.1"), ("confusion", "plain"), ("roc", "plain"), ("coverage", "l2=0.1"),
      ("calibration", "l2=0.1"), ("loss", ".*. plain   -o- l2=0.1"),
      ("rate", ".*. plain   -o- l2=0.1"),
      ("accuracy", ".*. plain   -o- l2=0.1"), ("filters", "^^^^^^^"),
    ])
  func pictures(_ name: String, _ title: String) {
    var session = NotebookSession(running: trainedCircles)
    let lines = session.lines(of: "compare plain with(l2=0.1) plot=\(name)")
    #expect(lines.contains { $0.contains(title) }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("variant") } == (name != "filters"))
  }

  @Test("the optimizer of the training keeps its rate among the optimizers compared")
  func optimizers() {
    var session = NotebookSession(
      running: untrainedCircles + ["train epochs=4 optimizer=adam rate=0.05"])
    let errors = session.lines(of: "evaluate")
    let variants = session.lines(of: "compare optimizer=sgd,adam")
    #expect(Self.row(variants, "optimizer=adam")[2] == Self.row(errors, "training")[4])
  }
}
