import Datasets
import Testing

@testable import Session
@testable import Workbench

@Suite("Features at the prompt")
struct FeatureTests {
  private let circles = ["data circles points=40 noise=0.05", "split validation=25%"]

  private func names(_ lines: [String]) -> [String] {
    NotebookSession(running: lines).state.data?.dataset.featureNames ?? []
  }

  /// How a formula is typed, and what the feature is called.
  private static let spellings: [(typed: String, name: String)] = [
    ("x1^2", "x1^2"), ("x1 * x2", "x1*x2"), ("sin( x1 )", "sin(x1)"), ("-x1^2", "-x1^2"),
    ("(-x1)^2", "(-x1)^2"), ("(x1 + x2) * 2", "(x1+x2)*2"), ("x1 - (x2 - 1)", "x1-(x2-1)"),
    ("x1 - x2 - 1", "x1-x2-1"), ("x1 / (x2 * 3)", "x1/(x2*3)"), ("(x1^2)^3", "(x1^2)^3"),
    ("x1^2^3", "x1^2^3"), ("exp(-(x1^2 + x2^2))", "exp(-(x1^2+x2^2))"), ("x1 * -2", "x1*-2"),
    ("x1 + 50%", "x1+0.5"), ("pi * x1", "3.141592653589793*x1"), ("k * x1", "3*x1"),
  ]

  @Test("are called by their formula without spaces, which reads as the same", arguments: spellings)
  func spelling(typed: String, name: String) {
    let start = circles + ["let k = 3"]
    #expect(names(start + ["features \(typed) keep=no"]) == [name])
    #expect(names(start + ["features \(name) keep=no"]) == [name])
  }

  @Test("stand behind the columns, or alone; the next ones take their place")
  func keeping() {
    #expect(names(circles + ["features x1^2, x2^2"]) == ["x1", "x2", "x1^2", "x2^2"])
    #expect(names(circles + ["features x1^2, x2^2", "features x1*x2 keep=no"]) == ["x1*x2"])
  }

  @Test("are in the units of the data again where nothing is to be scaled, and stay so")
  func unscaled() {
    for start in [circles, circles + ["features x1^2"]] {
      let plain = NotebookSession(running: start)
      let back = NotebookSession(running: start + ["scale standard", "scale none"])
      #expect(back.state.data?.examples == plain.state.data?.examples)
      let split = ["split validation=50%"]
      let later = NotebookSession(running: start + ["scale minmax", "scale none"] + split)
      #expect(
        later.state.data?.examples == NotebookSession(running: start + split).state.data?.examples)
    }
  }

  @Test("are scaled like the others, in any order of the commands")
  func scaling() {
    let before = NotebookSession(
      running: ["data circles points=40", "scale standard", "features x1^2", "split test=25%"])
    let after = NotebookSession(
      running: ["data circles points=40", "split test=25%", "features x1^2", "scale standard"])
    let scaler = before.state.data?.scaler
    #expect(scaler?.shift.count == 3)
    #expect(scaler == after.state.data?.scaler)
    #expect(before.state.data?.examples == after.state.data?.examples)
  }

  /// A line, and what it is told; it stands behind data whose second column is -0.5 somewhere.
  private static let mistakes: [(line: String, message: String)] = [
    ("features x3^2", "\"x3\""), ("features y", "is not a column"),
    ("features log(x1)", "log(x1) is no number for example"),
    ("features x1^2, x1^2", "the feature x1^2 is there twice"),
    ("features x1", "the feature x1 is there twice"),
    ("features 3", "the same number for every example"),
    ("features mean(x1)", "mean is no function of one number"),
    ("features sinn(x1)", "did you mean: sin"), ("features x1 > 0", "a formula of the columns"),
    ("features", "features needs formulas"), ("features x1^2 x2^2", "an operator"),
    ("features x1^2 kep=no", "kep"), ("features network", "needs a network"),
    ("features keep=no", "features needs formulas"), ("features sin(x1, x2)", "sin(x)"),
    ("features x1/0", "is no number"), ("features x1^2,", "a value"),
  ]

  @Test("refuse what they can't be, and change nothing", arguments: mistakes)
  func mistake(line: String, message: String) {
    var session = NotebookSession(running: circles)
    let before = session.state.data?.dataset
    let text = session.text(of: line)
    #expect(text.contains(message), "\(text)")
    #expect(session.state.data?.dataset == before)
  }

  @Test("refuse images")
  func images() {
    var session = NotebookSession(running: ["data digits images=10 test=10"])
    #expect(session.text(of: "features x1^2").contains("digits has images"))
  }

  private var parted: [String] {
    circles + [
      "features x1^2, x2^2 keep=no", "scale standard", "network", "add dense 1 sigmoid",
      "train epochs=20 batch=8 optimizer=adam rate=0.3",
    ]
  }

  /// The transcript of the verb does the same with a network's file.
  @Test("belong to the network, and predict computes them of plain columns")
  func plainColumns() {
    var session = NotebookSession(running: parted)
    let answer = session.text(of: "predict 0.2 -0.4")
    _ = session.submit("data circles points=40 noise=0.05")
    #expect(session.text(of: "predict 0.2 -0.4") == answer)
    #expect(session.text(of: "features network").contains("x1^2, x2^2"))
    _ = session.submit("scale network")
    #expect(session.text(of: "predict 0.2 -0.4") == answer)
    #expect(session.text(of: "predict 0.2").contains("predict needs 2 numbers, one a column"))
  }

  @Test("are computed at each place of the boundary's picture")
  func boundary() {
    var session = NotebookSession(running: parted)
    let picture = session.text(of: "plot boundary")
    #expect(picture.contains("0 of 30 training points on the wrong side"), "\(picture)")
    #expect(session.text(of: "plot data").contains("x2"))
    _ = session.submit("features sqrt(x1 + 1.2), x2 keep=no")
    _ = session.submit("network")
    _ = session.submit("add dense 1 sigmoid")
    #expect(session.text(of: "plot boundary").contains("is no number where x1 is"))
  }

  @Test("are named by show data and show example")
  func naming() {
    var session = NotebookSession(running: parted)
    for line in ["show data", "show example 3"] {
      #expect(session.text(of: line).contains("x1^2"), "\(line)")
    }
  }

  @Test("name columns that are no words in quotes")
  func quotedColumns() throws {
    let session = NotebookSession(
      running: ["data houses houses=30", "features area^2, \"rooms\"*age"])
    #expect(session.state.data?.dataset.featureNames.suffix(2) == ["area^2", "rooms*age"])
  }
}
