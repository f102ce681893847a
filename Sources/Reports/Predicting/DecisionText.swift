package import Charts
package import Workbench

/// What is said of a decision by a threshold.
package enum DecisionText {
  /// "decided for yes from 30%"
  package static func fact(of decision: Decision) -> Fact {
    let least = NumberText.significant(decision.threshold * 100) + "%"
    return Fact(
      "threshold", .fraction(decision.threshold),
      text: "decided for \(decision.name) from \(least)")
  }

  /// A line of it; nothing without a decision.
  static func blocks(of decision: Decision?) -> [Block] {
    decision.map { [.facts([fact(of: $0)])] } ?? []
  }
}
