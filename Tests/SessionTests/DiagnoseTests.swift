import Charts
import Session
import Testing

@testable import Workbench

@Suite("diagnose")
struct DiagnoseTests {
  @Test("fits a page of 40 columns, with what it says to try")
  func narrow() {
    var session = NotebookSession(running: [])
    guard
      case .cell(_, let done) = session.submit("diagnose train=12% validation=25% target=13%"),
      let document = done.document
    else {
      Issue.record("no document")
      return
    }
    let lines = TextRenderer(width: 40).lines(document)
    #expect(lines.allSatisfy { $0.count <= 40 }, "\(lines)")
    #expect(lines.contains("     with(dropout=0.3)"))
  }

  @Test("gives verdict, numbers and rule of thumb from figures alone")
  func figures() {
    var session = NotebookSession(settings: SessionSettings())
    #expect(
      session.lines(of: "diagnose train=12% validation=25% target=13%") == [
        "  train       12.0% ######",
        "  validation  25.0% ############",
        "  target      13.0% ######",
        "bias -1.0 · variance 13.0 points · high above 6.5",
        "High variance: the validation error is 13.0 points above the training error.",
        "Try: more data, regularization, another architecture.    (explain variance)",
        "     compare plain with(l2=0.01) with(dropout=0.3)",
      ])
  }

  /// A row of the table of the usual course, as a student types it.
  struct Row: Sendable, CustomTestStringConvertible {
    let training, validation: Int
    let numbers: String
    let verdicts: [String]
    var testDescription: String { "\(training)/\(validation)" }
  }

  static let santa: [Row] = [
    Row(
      training: 12, validation: 25, numbers: "bias -1.0 · variance 13.0 points",
      verdicts: ["High variance"]),
    Row(
      training: 26, validation: 28, numbers: "bias 13.0 · variance 2.0 points",
      verdicts: ["High bias"]),
    Row(
      training: 26, validation: 40, numbers: "bias 13.0 · variance 14.0 points",
      verdicts: ["High bias", "High variance"]),
    Row(
      training: 12, validation: 13, numbers: "bias -1.0 · variance 1.0 points",
      verdicts: ["Good fit"]),
  ]

  @Test("judges the Santa table as it is typed", arguments: santa)
  func santaTable(_ row: Row) {
    var session = NotebookSession(settings: SessionSettings())
    let lines = session.lines(
      of: "diagnose train=\(row.training)% validation=\(row.validation)% target=13%")
    #expect(lines.contains { $0.hasPrefix(row.numbers) })
    let verdicts = lines.compactMap { line in
      line.firstIndex(of: ":").map { String(line[..<$0]) }
    }.filter { $0 != "Try" }
    #expect(verdicts == row.verdicts)
  }

  private static let noisy = [
    "data circles points=200 noise=0.2", "split train=50% validation=50%", "network",
    "add dense 64 relu", "add dense 64 relu", "add dense 1 sigmoid",
  ]

  private func verdict(after lines: [String], _ command: String = "diagnose") -> String {
    var session = NotebookSession(running: lines, settings: SessionSettings.testing())
    #expect(session.cells.allSatisfy { !$0.hasFailed }, "\(lines)")
    return session.text(of: command)
  }

  @Test("hopes for no less than the noise that Overfit made, unless a target is given")
  func noise() {
    let lines = ["seed 1"] + Self.noisy + ["train epochs=20 optimizer=adam rate=0.01"]
    let text = verdict(after: lines)
    #expect(text.contains("  target      10.0% "))
    #expect(text.contains("no network gets"))
    #expect(!verdict(after: lines, "diagnose target=5%").contains("no network gets"))
    let quiet = ["data circles points=200 noise=0.05"] + lines.dropFirst(2)
    #expect(verdict(after: quiet).contains("  target      5.0% "))
  }

  @Test("names what broke a training before the bias that came of it")
  func causes() throws {
    let text = verdict(
      after: ["seed 1"] + Self.noisy.prefix(3) + [
        "add dense 32 relu", "add dense 1 sigmoid", "train epochs=50 rate=1000",
      ])
    let lines = text.split(separator: "\n")
    let cause = try #require(lines.firstIndex { $0.hasPrefix("Rate too large: ") })
    let bias = try #require(lines.firstIndex { $0.hasPrefix("High bias: ") })
    #expect(cause < bias)
    #expect(text.contains("first mend what") && !text.contains("a bigger network"))
  }

  @Test("does not ask a network without training error to train longer")
  func trainedEnough() {
    let text = verdict(after: [
      "seed 3", "data digits images=400", "split train=70% validation=30%", "scale minmax",
      "network", "add flatten", "add dense 12 relu", "add dense 10 softmax",
      "train epochs=15 optimizer=adam rate=0.01",
    ])
    #expect(text.contains("High variance: ") && !text.contains("Not done"))
  }

  @Test("says that early stopping went back to the best epoch")
  func restored() {
    let text = verdict(
      after: ["seed 1"] + Self.noisy + [
        "train epochs=300 optimizer=adam rate=0.01 stop=early(patience=100)"
      ])
    #expect(text.contains("Stopped in time, at epoch ") && !text.contains("Overfitting"))
    #expect(text.contains("The weights are those of epoch ") && !text.contains("stopping early"))
  }

  @Test("takes the share of variance to hope for as the target of a regression")
  func values() {
    let lines = ["network", "add dense 1", "train epochs=9"]
    let split = ["data waves points=40", "split train=50% validation=50%"]
    let text = verdict(after: split + lines, "diagnose target=30%")
    #expect(text.contains("30.0%") && text.contains("high above 15.0"), "\(text)")
  }
}
