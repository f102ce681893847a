import Language
import TensorEngine
import Testing

@testable import Networks
@testable import Session
@testable import Workbench

@Suite("Expressions")
struct ExpressionTests {
  /// A formula with its value computed by hand.
  struct Formula: Sendable, CustomTestStringConvertible {
    let formula: String
    let value: String
    var testDescription: String { formula }

    init(_ formula: String, _ value: String) {
      self.formula = formula
      self.value = value
    }
  }

  static let byHand: [Formula] = [
    Formula("1 + 2 * 3", "7"), Formula("(1 + 2) * 3", "9"), Formula("2^3^2", "512"),
    Formula("-2^2", "-4"),
    Formula("2^-1", "0.5"), Formula("8 / 4 / 2", "1"), Formula("8 - 4 - 2", "2"),
    Formula("-(3)", "-3"),
    Formula("2 * -3", "-6"), Formula("1/3", "0.333333"), Formula("2/3", "0.666667"),
    Formula("12%", "0.12"),
    Formula("50% * 10", "5"), Formula("123456789", "123456789"), Formula("1234567.89", "1234568"),
    Formula("1e-7", "1e-7"), Formula("1e21", "1e21"), Formula("0.1 + 0.2", "0.3"),
    Formula("-0.0", "0"),
    Formula("1 < 2", "yes"), Formula("2 < 1", "no"), Formula("1 == 1 and 2 > 3", "no"),
    Formula("1 == 1 or 2 > 3", "yes"), Formula("not 1 == 2 and 1 == 1", "yes"),
    Formula("1 + 1 == 2", "yes"), Formula("sqrt(16) + abs(-2)", "6"), Formula("exp(0)", "1"),
    Formula("exp(1)", "2.71828"), Formula("log(e)", "1"), Formula("sin(pi / 2)", "1"),
    Formula("cos(0)", "1"),
    Formula("sigmoid(0)", "0.5"), Formula("sigmoid(2)", "0.880797"),
    Formula("tanh(0.5)", "0.462117"),
    Formula("relu(-1)", "0"), Formula("relu(2.5)", "2.5"), Formula("sum(1..100)", "5050"),
    Formula("mean([1, 2, 6])", "3"), Formula("min([3, 1, 2])", "1"), Formula("max([3, 1, 2])", "3"),
    Formula("norm([3, 4])", "5"), Formula("count([1, 2; 3, 4])", "4"),
    Formula("zeros([0, 1, 0])", "2"),
    Formula("shape([1, 2, 3; 4, 5, 6])", "[2  3]"), Formula("[1, 2] * [3, 4]", "[3  8]"),
    Formula("2 * [1, 2] + 1", "[3  5]"),
    Formula("[1, 2; 3, 4] @ [5, 6; 7, 8]", "[19  22]\n[43  50]"),
    Formula("[1, 2, 3] @ transpose([4, 5, 6])", "[32]"), Formula("[1, 2; 3, 4][2, 1]", "3"),
    Formula("[1, 2; 3, 4][1, 2]", "2"), Formula("transpose([1, 2; 3, 4])", "[1  3]\n[2  4]"),
    Formula("1..3", "[1  2  3]"), Formula("3..1", "[3  2  1]"),
    Formula("0..1 by 0.5", "[0  0.5  1]"),
    Formula("0.01..1 log", "[0.01  0.1  1]"), Formula("softmax([0, 0])", "[0.5  0.5]"),
    Formula("softmax([1, 2, 3])", "[0.0900306  0.244728  0.665241]"),
    Formula("sum(softmax([1000, 1001]))", "1"), Formula("[1, 2; 3, 4]^2", "[1   4]\n[9  16]"),
    Formula("10^10", "10000000000"), Formula("4^0.5", "2"),
  ]

  @Test("have the values computed by hand", arguments: byHand)
  func values(_ formula: Formula) {
    var session = NotebookSession(settings: .testing())
    #expect(session.text(of: "print \(formula.formula)") == formula.value)
  }

  @Test("print as many significant digits as set", arguments: [1, 3, 6, 9, 17])
  func digits(_ count: Int) {
    var session = NotebookSession(running: ["set digits \(count)"], settings: .testing())
    let expected = [
      1: "0.7", 3: "0.667", 6: "0.666667", 9: "0.666666667",
      17: "0.66666666666666663",
    ]
    #expect(session.text(of: "print 2/3") == expected[count])
  }

  @Test("keep a value under a name, and the newest one")
  func bindings() {
    var session = NotebookSession(
      running: ["let x = 2", "let y = x^2", "let x = 5"], settings: .testing())
    #expect(session.text(of: "print x + y") == "9")
  }

  /// The number on the line of a split in the table of `evaluate`.
  private static func cell(_ text: String, row: String, column: Int) -> String? {
    let line = text.split(separator: "\n").first { $0.hasPrefix(row) }
    return line.map { $0.split(separator: " ").map(String.init)[column] }
  }

  @Test(
    "loss, error and accuracy agree with evaluate", arguments: ["training", "validation", "test"])
  func evaluate(_ part: String) {
    var session = NotebookSession(running: trainedCircles + ["set digits 4"])
    let table = session.text(of: "evaluate all")
    let loss = session.text(of: "print loss(\(part))")
    #expect(Self.cell(table, row: part, column: 2)?.hasPrefix(loss) == true)
    let accuracy = Double(session.text(of: "print accuracy(\(part))")) ?? -1
    let error = Double(session.text(of: "print error(\(part))")) ?? -1
    #expect(abs(accuracy + error - 1) < 1e-3)
    let shown = Self.cell(table, row: part, column: 3).flatMap { Double($0.dropLast()) } ?? -1
    #expect(abs(shown - 100 * accuracy) < 0.06)
  }

  @Test("loss() is the loss of the training examples with the penalty of the training")
  func penalty() {
    var session = NotebookSession(
      running: untrainedCircles + ["train epochs=2 l2=0.1", "set digits 9"])
    let plain = NotebookSession(running: untrainedCircles + ["train epochs=2"])
    #expect(plain.cells.count + 1 == session.cells.count)
    let loss = Double(session.text(of: "print loss()")) ?? 0
    let norms = Double(session.text(of: "print norm(weights(1))^2 + norm(weights(2))^2")) ?? 0
    let outputs = Double(session.text(of: "print loss() - 0.1 * (\(norms))")) ?? 0
    #expect(loss > outputs && outputs > 0.5 && outputs < 0.9)
  }

  @Test(
    "gradient(N) behind forward is that of the batch, which backward finds",
    arguments: ["8", "all"])
  func batchGradient(_ size: String) {
    var session = NotebookSession(running: untrainedCircles + ["let all = gradient(1)"])
    _ = session.submit("forward batch=\(size)")
    _ = session.submit("let early = gradient(1)")
    _ = session.submit("backward")
    #expect(session.text(of: "print max(abs(gradient(1) - early))") == "0")
    let isOfAll = session.text(of: "check max(abs(early - all)) < 0.0001").hasPrefix("holds")
    #expect(isOfAll == (size == "all"))
  }

  /// Training with each kind of penalty, and a loss of each kind.
  static let gradientLines = [
    ["train epochs=3 batch=all rate=0.1"], ["train epochs=3 l2=0.01"],
    ["train epochs=3 lambda=0.5"], ["train epochs=3 loss=mse l2=0.02"],
    ["replace 1 dense 4 tanh l2=0.05", "train epochs=3"],
    ["replace 2 dense 2 softmax", "train epochs=3 batch=7"],
  ]

  /// The central difference of a loss computed in floats: its own error is about
  /// 2^-24 / step + step^2, near 1e-4 for a step of 0.01.
  @Test("gradient(N) is the slope of loss() by each weight", arguments: gradientLines)
  func gradient(_ lines: [String]) throws {
    let session = NotebookSession(running: untrainedCircles + lines + ["set digits 17"])
    #expect(session.cells.allSatisfy { !$0.hasFailed })
    let hand = try #require(session.state.network)
    for layer in [1, 2] {
      var copy = session
      let kernel = try #require(hand.network.parameters[layer - 1]["kernel"])
      for index in [0, kernel.elements.count / 2, kernel.elements.count - 1] {
        let slope = try Self.slope(of: session, layer: layer, weight: index)
        let columns = kernel.shape.dimensions[1]
        let place = "\(index / columns + 1), \(index % columns + 1)"
        let gradient = Double(copy.text(of: "print gradient(\(layer))[\(place)]")) ?? .nan
        #expect(abs(slope - gradient) < 5e-4, "layer \(layer), weight \(index)")
      }
    }
  }

  private static func slope(
    of session: NotebookSession, layer: Int, weight: Int
  ) throws -> Double {
    let step: Float = 0.01
    let losses = try [step, -step].map { change -> Double in
      var state = session.state
      var hand = try #require(state.network)
      let names = hand.network.parameters[layer - 1].names
      let kernel = try #require(names.firstIndex(of: "kernel"))
      hand.network.parameters[layer - 1].tensors[kernel].elements[weight] += change
      state.network = hand
      guard
        case .cell(let cell) = Interpreter.run(
          Script(parsing: "print loss()"), from: state, settings: session.settings,
          table: session.vocabulary.table, control: RunControl())
      else { return .nan }
      return Double(Transcript.standard.output(of: cell).joined()) ?? .nan
    }
    return (losses[0] - losses[1]) / (2 * Double(step))
  }

  @Test("weights and bias are the network's own, layer by layer and by name")
  func parameters() {
    var session = NotebookSession(
      running: [
        "data circles points=20", "network", "add dense 3 tanh name=hidden",
        "add dense 1 sigmoid",
      ])
    #expect(session.text(of: "print shape(weights(1))") == "[2  3]")
    #expect(session.text(of: "print shape(weights(2))") == "[3  1]")
    #expect(session.text(of: "print bias(1)") == "[0  0  0]")
    #expect(session.text(of: "print sum(weights(hidden) - weights(1))") == "0")
    #expect(session.text(of: "print parameters()") == "13")
    #expect(session.text(of: "print shape(output(1))") == "[20  3]")
  }
}
