import Testing

@testable import Commands
@testable import Session

@Suite("What can differ between networks")
struct VariationTests {
  private static let data = ["data circles points=60 noise=0.1", "split validation=25%"]
  private static let layers = ["dense 6 tanh", "dense 4 tanh", "dense 1 sigmoid"]
  private static let training = "train epochs=4 rate=0.3"

  /// A value, and the network or the training that has it, typed by hand.
  struct Twin: Sendable, CustomTestStringConvertible {
    let value: String
    /// A second value, that differs.
    let other: String
    var preparation: [String] = []
    var layers = VariationTests.layers
    var training = VariationTests.training
    /// What was trained before the comparison.
    var before = VariationTests.training
    var testDescription: String { value }
  }

  static let twins: [Twin] = [
    Twin(
      value: "activation=relu", other: "tanh",
      layers: ["dense 6 relu", "dense 4 relu", "dense 1 sigmoid"]),
    Twin(
      value: "initializer=he_normal", other: "zeros",
      layers: layers.map { "\($0) initializer=he_normal" }),
    Twin(
      value: "initializer=constant(0.1)", other: "ones",
      layers: layers.map { "\($0) initializer=constant(0.1)" }),
    Twin(value: "layers=1", other: "2", layers: ["dense 6 tanh", "dense 1 sigmoid"]),
    Twin(value: "layers=0", other: "2", layers: ["dense 1 sigmoid"]),
    Twin(
      value: "layers=3", other: "2",
      layers: ["dense 6 tanh", "dense 4 tanh", "dense 4 tanh", "dense 1 sigmoid"]),
    Twin(
      value: "units=3", other: "5", layers: ["dense 3 tanh", "dense 3 tanh", "dense 1 sigmoid"]),
    Twin(
      value: "units(2)=3", other: "5",
      layers: ["dense 6 tanh", "dense 3 tanh", "dense 1 sigmoid"]),
    Twin(
      value: "batchnorm=yes", other: "no",
      layers: ["dense 6 tanh", "batchnorm", "dense 4 tanh", "batchnorm", "dense 1 sigmoid"]),
    Twin(
      value: "dropout=0.5", other: "0.1",
      layers: ["dense 6 tanh", "dropout 0.5", "dense 4 tanh", "dropout 0.5", "dense 1 sigmoid"]),
    Twin(value: "scale=standard", other: "none", preparation: ["scale standard"]),
    Twin(value: "scale=minmax", other: "none", preparation: ["scale minmax"]),
    Twin(
      value: "class_weight=balanced", other: "no", training: "\(training) class_weight=balanced"),
    Twin(value: "l2=0.1", other: "0", training: "\(training) l2=0.1"),
    Twin(
      value: "schedule.decay=0.3", other: "0.9",
      training: "\(training) schedule=exponential(decay=0.3, every=1)",
      before: "\(training) schedule=exponential(decay=0.5, every=1)"),
    Twin(
      value: "schedule.alpha=0.5", other: "0.1",
      training: "\(training) schedule=warmup(2, cosine(over=7, alpha=0.5))",
      before: "\(training) schedule=warmup(2, cosine(over=7))"),
  ]

  private func network(_ layers: [String]) -> [String] { ["network"] + layers.map { "add \($0)" } }

  private func row(_ lines: [String], _ name: String) -> [Substring] {
    (lines.first { $0.hasPrefix("\(name) ") } ?? "").split(separator: " ")
  }

  @Test("trains the very network that would be typed by hand", arguments: twins)
  func twin(_ twin: Twin) {
    var compared = NotebookSession(
      running: Self.data + network(Self.layers) + [twin.before])
    let table = compared.lines(of: "compare \(twin.value),\(twin.other)")
    var typed = NotebookSession(
      running: Self.data + twin.preparation + network(twin.layers) + [twin.training])
    let errors = typed.lines(of: "evaluate")
    let found = row(table, twin.value)
    #expect(found.count > 2, "\(table)")
    #expect(found.dropFirst().first == row(errors, "training").last)
    #expect(found.dropFirst(2).first == row(errors, "validation").last)
    let norms = twin.layers.indices.filter { twin.layers[$0].hasPrefix("dense") }
      .map { "norm(weights(\($0 + 1)))^2" }.joined(separator: " + ")
    let norm = typed.text(of: "print (\(norms))^0.5")
    #expect(found.count > 4 && norm.hasPrefix(found[4].dropLast()), "\(norm) \(found)")
  }

  @Test("every entry of the table has its twin")
  func completeness() {
    let names = Self.twins.map { $0.value.prefix { $0.isLetter || $0 == "_" } }
    let missing = Variation.all.map(\.option.name).filter { name in
      name != "examples" && !names.contains { $0 == name }
    }
    #expect(missing.isEmpty)
  }

  /// Comparisons of which some can't be built, and why.
  private static let failures: [(line: String, row: String, reason: String)] = [
    ("compare layers=1,2 units(2)=3", "layers=1", "layer 2 is no hidden dense layer"),
    ("compare plain with(units(5)=3)", "units(5)=3", "layer 5 is no hidden dense layer"),
    ("compare optimizer=sgd,adam momentum=0.9", "optimizer=adam", "momentum belongs to"),
    ("compare plain with(schedule.decay=0.5)", "schedule.decay=0.5", "no schedule"),
    (
      "compare schedule=exponential(decay=0.5,every=1),cosine(over=9) schedule.decay=0.2",
      "schedule=cosine(over=9)", "no setting decay"
    ),
  ]

  @Test("a combination that can't be built is a row with its reason", arguments: failures)
  func failure(line: String, row name: String, reason: String) {
    var session = NotebookSession(
      running: Self.data + network(Self.layers) + [Self.training])
    let lines = session.lines(of: line)
    #expect(row(lines, name).dropFirst().first == "failed", "\(lines)")
    #expect(lines.joined(separator: " ").contains("\(name) failed: "), "\(lines)")
    #expect(lines.joined(separator: " ").contains(reason), "\(lines)")
  }

  /// Lines that are wrong as they stand.
  private static let mistakes: [(line: String, message: String)] = [
    ("compare activation=relu,tanhh", "did you mean: tanh"), ("compare layers=1,65", "layers"),
    ("compare layers=0.5,1", "whole number"), ("compare scale=none,standart", "standard"),
    ("compare batchnorm=yes,perhaps", "yes or no"), ("compare units(1)=0,4", "units"),
    ("compare units(0)=1,4", "expected a word"), ("compare layers(2)=1,4", "no option"),
    ("compare units.x=1,4", "no option"), ("compare schedule.per=step,epoch", "no schedule"),
    ("compare units(7)=1,2", "layer 7 is no hidden dense layer"),
    ("train schedule.decay=0.5", "no option"), ("compare examples=10,1000", "examples"),
    ("compare rate=0.1 schedule.rate=0.1,0.2", "one of them: rate=…, or schedule.rate=…"),
    ("compare schedule.rate=0.1 rate=0.1,0.2", "both say what the rate is"),
    ("compare plain with(rate=0.1, schedule.rate=0.2)", "both say what the rate is"),
  ]

  @Test("a value that is none is a mistake of the line", arguments: mistakes)
  func mistake(line: String, message: String) {
    var session = NotebookSession(
      running: Self.data + network(Self.layers) + [Self.training])
    let lines = session.lines(of: line)
    // A long message goes on in the next line.
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains(message), "\(lines)")
    #expect(lines.contains { $0.contains("^") }, "\(lines)")
    #expect(!lines.contains { $0.hasPrefix("variant") })
  }

  @Test("the same names hold for studies")
  func studies() {
    var session = NotebookSession(
      running: Self.data + network(Self.layers) + [Self.training])
    let curve = session.text(of: "plot validation curve over=units(2) values=1,4 repeats=2")
    #expect(curve.contains("units(2)"), "\(curve)")
    let depth = session.text(of: "plot validation curve over=layers values=1..3 repeats=2")
    #expect(depth.contains("layers"), "\(depth)")
    let parts = session.text(
      of: "plot bias variance over=activation values=relu,tanh repeats=2")
    #expect(parts.contains("activation=relu") || parts.contains("relu"), "\(parts)")
    let lack = session.text(of: "plot validation curve over=schedule.decay values=0.1,0.5")
    #expect(lack.contains("no schedule"), "\(lack)")
  }

  @Test("a study leaves out what is refused when its training starts, and says why")
  func refusedAtStart() {
    var session = NotebookSession(
      running: Self.data + network(Self.layers) + [Self.training])
    let study = "plot bias variance repeats=2 over=loss values="
    let some = session.text(of: "\(study)binary_crossentropy,categorical_crossentropy")
    #expect(some.contains("loss=categorical_crossentropy failed: the last layer"), "\(some)")
    #expect(session.cells.last?.hasFailed == false)
    let none = session.text(of: "\(study)categorical_crossentropy")
    #expect(none.contains("^") && none.contains("does not fit"), "\(none)")
    #expect(session.cells.last?.hasFailed == true)
  }

  @Test("pictures of a variant see its own scaling")
  func pictures() {
    var session = NotebookSession(
      running: Self.data + network(Self.layers) + [Self.training])
    let lines = session.lines(of: "compare scale=none,standard plot=boundary")
    #expect(lines.contains { $0.contains("scale=standard") })
  }
}
