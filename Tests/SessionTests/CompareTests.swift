import Session
import Testing

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

  @Test("changes nothing that a later command could see")
  func noTrace() {
    let lines = trainedCircles + ["print loss()", "train", "runs", "evaluate"]
    var compared = NotebookSession(running: trainedCircles + ["compare l2=0,0.1"])
    var plain = NotebookSession(running: trainedCircles)
    for line in lines.suffix(4) {
      #expect(compared.lines(of: line) == plain.lines(of: line))
    }
  }

  @Test("the optimizer of the training keeps its rate among the optimizers compared")
  func optimizers() {
    var session = NotebookSession(
      running: untrainedCircles + ["train epochs=4 optimizer=adam rate=0.05"])
    let errors = session.lines(of: "evaluate")
    let variants = session.lines(of: "compare optimizer=sgd,adam")
    #expect(Self.row(variants, "optimizer=adam")[1] == Self.row(errors, "training")[4])
  }
}
