import Testing

@testable import Session
@testable import Workbench

@Suite("Confidence")
struct ConfidenceTests {
  private static let endings = ["add dense 1 sigmoid", "add dense 2 softmax"]

  private func session(_ ending: String) -> NotebookSession {
    NotebookSession(
      running: untrainedCircles.dropLast() + [
        ending, "train epochs=60 optimizer=adam rate=0.05 batch=12",
      ])
  }

  private func holds(_ condition: String, _ session: inout NotebookSession) -> Bool {
    session.text(of: "check \(condition)").hasPrefix("holds")
  }

  @Test("a percentage and a fraction are the same confidence", arguments: endings)
  func confidence(ending: String) {
    var session = session(ending)
    let text = session.text(of: "predict validation confidence=70%")
    #expect(text == session.text(of: "predict validation confidence=0.7"))
    #expect(text.contains("left to a person"))
    #expect(text.contains("coverage"))
  }

  @Test("what is answered and what is left are all, and coverage is a formula", arguments: endings)
  func coverage(ending: String) {
    var session = session(ending)
    #expect(holds("coverage(50%, validation) == 1", &session))
    #expect(holds("selective_accuracy(50%, validation) == accuracy(validation)", &session))
    // From the outputs themselves: the examples whose confidence is above 70%.
    _ = session.submit("forward batch=all training=no")
    let sure =
      ending.contains("sigmoid")
      ? "sum(derivative(relu, abs(output(2) - 0.5) - 0.2)) / 36"
      : "sum(derivative(relu, output(2) - 0.7)) / 36"
    #expect(holds("abs(coverage(70%, train) - \(sure)) < 1e-12", &session))
  }

  @Test("an error changes nothing")
  func errors() {
    var session = session(Self.endings[0])
    let before = session.state
    for line in [
      "predict validation confidence=0", "predict validation confidence=101%",
      "predict validation confidence=high", "predict validation confidence=-1",
      "predict validation confidence=1/2", "show coverage nowhere", "plot calibration test 3",
      "print coverage(2, validation)", "predict test list=0", "show calibration 3",
    ] {
      _ = session.submit(line)
      #expect(session.cells.last?.hasFailed == true, "\(line)")
      #expect(session.state.data?.testLooks == before.data?.testLooks, "\(line)")
    }
  }

  @Test("each look at the test split is counted once")
  func looks() {
    var session = session(Self.endings[0])
    for (count, line) in [
      "predict test confidence=90%", "predict test", "show coverage test", "show calibration test",
      "plot coverage test", "plot calibration test", "print coverage(90%, test)",
    ].enumerated() {
      _ = session.submit(line)
      #expect(session.state.data?.testLooks == count + 1, "\(line)")
    }
    _ = session.submit("plot coverage validation")
    #expect(session.state.data?.testLooks == 7)
  }

  @Test("a network that diverged, one example and one class leave no trap")
  func edges() {
    for lines in [
      ["data circles points=2", "network", "add dense 1 sigmoid"],
      [
        "data circles points=4", "split train=50% validation=50%", "network", "add dense 1 sigmoid",
      ],
      ["data circles points=8", "network", "add dense 1 sigmoid", "set weights 1 3e38"],
      ["data circles points=8", "network", "add dense 2 softmax", "set weights 1 3e38"],
    ] {
      var session = NotebookSession(running: lines)
      for line in [
        "predict train", "predict train confidence=90%", "show coverage", "show calibration",
        "plot coverage", "plot calibration",
      ] {
        #expect(!session.text(of: line).isEmpty, "\(line)")
        #expect(session.cells.last?.hasFailed == false, "\(line): \(session.text(of: line))")
      }
    }
  }

  @Test("quantiles are NumPy's")
  func quantiles() {
    var session = NotebookSession(running: [])
    for (formula, value) in [
      ("quantile([4, 1, 3, 2], 25%)", "1.75"), ("quantile([4, 1, 3, 2], 75%)", "3.25"),
      ("median([5, 1, 3])", "3"), ("median([1, 2])", "1.5"), ("quantile([7], 10%)", "7"),
      ("quantile([1, 2, 3], 100%)", "3"), ("quantile([1, 2, 3], 0)", "1"),
    ] { #expect(session.text(of: "print \(formula)") == value, "\(formula)") }
    #expect(session.text(of: "print quantile([1], 2)").contains("from 0% to 100%"))
  }

  @Test("derivatives are of activations by their names")
  func derivatives() {
    var session = NotebookSession(running: [])
    for (formula, value) in [
      ("derivative(sigmoid, 0)", "0.25"), ("derivative(leaky_relu, -1)", "0.2"),
      ("derivative(leaky_relu, -1, 0.3)", "0.3"), ("leaky_relu(-2, 0.5)", "-1"),
      ("derivative(relu, [-1, 2])", "[0  1]"),
    ] { #expect(session.text(of: "print \(formula)") == value, "\(formula)") }
    for (formula, hint) in [
      ("derivative(softmax, 1)", "whole row"), ("derivative(relu, 1, 0.3)", "only leaky_relu"),
      ("derivative(sigmoit, 1)", "did you mean: sigmoid"), ("derivative(3, 1)", "is expected"),
      ("leaky_relu(1, -1)", "0 or more"), ("derivative(relu, 1 == 1)", "numbers are expected"),
    ] { #expect(session.text(of: "print \(formula)").contains(hint), "\(formula)") }
  }
}
