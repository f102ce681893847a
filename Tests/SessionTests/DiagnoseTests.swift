import Charts
import Session
import Testing

@Suite("diagnose")
struct DiagnoseTests {
  @Test("fits a page of 40 columns, with what it says to try")
  func narrow() {
    var session = NotebookSession(running: [])
    guard
      case .cell(_, let done) = session.submit("diagnose train=12% validation=25% target=13%"),
      case .document(let document) = done.result
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
}
