import Networks
import Testing

@Suite("The formula of an optimizer")
struct FormulaLineTests {
  @Test("keeps words, numbers and the rate apart")
  func parts() {
    let line: FormulaLine = "w := \(0.5) * w - \(.rate)"
    #expect(line.parts == [.text("w := "), .number(0.5), .text(" * w - "), .rate, .text("")])
    #expect(("w := w" as FormulaLine).parts == [.text("w := w")])
  }

  @Test(
    "ends with the weight, and the rate is in it once, or twice with a look ahead",
    arguments: OptimizerCase.all)
  func rates(_ sample: OptimizerCase) {
    let lines = sample.optimizer.rule.formula
    let rates = lines.flatMap(\.parts).count { $0 == .rate }
    #expect(rates == (looksAhead(sample.optimizer) ? 2 : 1), "\(lines)")
    guard case .text(let start)? = lines.last?.parts.first else {
      Issue.record("\(lines)")
      return
    }
    #expect(start.hasPrefix("w := w"))
  }

  private func looksAhead(_ optimizer: Optimizer) -> Bool {
    if case .sgd(let rule) = optimizer { rule.nesterov } else { false }
  }
}
