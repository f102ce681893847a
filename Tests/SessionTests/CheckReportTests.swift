import Charts
import Reports
import Session
import Testing

@Suite("A check")
struct CheckReportTests {
  private static func failedChecks(of source: String, after lines: [String] = []) -> Int? {
    var session = NotebookSession(running: lines, settings: .testing())
    guard case .cell(_, let cell) = session.submit(source), !cell.hasFailed else { return nil }
    return cell.failedChecks
  }

  @Test("counts as failed where it does not hold, each round of a loop by itself")
  func loop() {
    #expect(Self.failedChecks(of: "check 2 > 1") == 0)
    #expect(Self.failedChecks(of: "check 1 > 2") == 1)
    #expect(Self.failedChecks(of: "for x in 1, 2, 3\n  check x > 2\nend") == 2)
  }

  @Test("counts where a rule asks it in a training, after each epoch")
  func rule() {
    let lines = [
      "data circles points=40", "network", "add dense 1 sigmoid",
      "when epoch > 1 do check epoch > 3",
    ]
    #expect(Self.failedChecks(of: "train epochs=5", after: lines) == 2)
  }

  @Test("keeps its two sides and the margin between them")
  func margin() {
    let report = CheckReport(
      holds: true, sides: .numbers(left: 0.08, right: 0.1), comparison: "<")
    #expect(report.margin == 0.08 - 0.1)
    #expect(report.failedChecks == 0)
    #expect(TextRenderer(width: 80).lines(report.document) == ["holds · 0.08 < 0.1 · by 0.02"])
    let words = CheckReport(holds: false, sides: .words(left: "a", right: "b"), comparison: "==")
    #expect(words.margin == nil && words.failedChecks == 1)
  }
}
