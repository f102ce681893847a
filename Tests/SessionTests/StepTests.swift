import Testing

@testable import Commands
@testable import Session

@Suite("A step by hand")
struct StepTests {
  @Test("takes nothing that the loss of the batch in hand was computed with")
  func settled() {
    let taken = Set(StepCommand.definition.options.map(\.name))
    let ofTheLoss = LossReader.options.map(\.name).filter { taken.contains($0) }
    #expect(ofTheLoss == ["proximal", "max_norm"])
    for name in ["batch", "training"] { #expect(!taken.contains(name)) }
    #expect(taken.isSuperset(of: ["optimizer", "rate", "schedule", "clip"]))
  }

  @Test("sets two losses of one kind side by side", arguments: ["class_weight=1,9", "lambda1=0.5"])
  func refused(_ option: String) {
    var session = NotebookSession(running: untrainedCircles + ["forward \(option)", "backward"])
    #expect(session.text(of: "step \(option)").contains("step has no option"))
    let step = session.text(of: "step rate=0.0000001")
    let losses = step.split(separator: "loss ").dropFirst().map {
      $0.prefix { $0.isNumber || $0 == "." }
    }
    #expect(losses.count == 2 && losses[0] == losses[1], "\(step)")
  }
}
