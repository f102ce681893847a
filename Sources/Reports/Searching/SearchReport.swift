package import Charts
import Tuning
package import Workbench

/// What `search` found: the study with its new trials.
package struct SearchReport: Report {
  private static let mostRows = 10

  /// The study as it is now.
  package let hand: StudyInHand
  /// How many of its trials are new.
  package let new: Int

  /// Shows a study whose last trials are new.
  package init(_ hand: StudyInHand, new: Int) {
    self.hand = hand
    self.new = new
  }

  package var document: Document {
    let study = hand.study
    let text = SearchText(hand)
    var blocks = [SearchText.facts(of: hand.plan)] + SearchText.brackets(of: hand.plan) + ranges
    if hand.plan.method == "manual", let trial = study.trials.last {
      blocks.append(.text(text.outcome(of: trial)))
    }
    if new < hand.plan.trials {
      blocks.append(.text("after \(new) of them no other setting was left to try"))
    }
    blocks.append(.table(SearchTable(study, places: Array(shown)).table))
    if study.order.count > shown.count {
      blocks.append(.text("the best \(shown.count) of \(study.trials.count); show study lists all"))
    }
    if let file = hand.file, let name = hand.name {
      blocks.append(.text("study \(name), kept in \(file)"))
    }
    return Document(
      blocks + text.stopped + text.failures + [.text(text.verdict)] + text.optimism + [
        .text(text.shared)
      ])
  }

  /// The best trials, or the first where all failed.
  private var shown: ArraySlice<Int> {
    let order = hand.study.order
    return (order.isEmpty ? Array(hand.study.trials.indices) : order).prefix(Self.mostRows)
  }

  /// Where a finer search has looked.
  private var ranges: [Block] {
    guard hand.plan.method == "local" else { return [] }
    return [.text("between \(hand.settings.map(\.text).joined(separator: ", "))")]
  }

  package var explanation: Explanation {
    Explanation(terms: [Self.term(of: hand.plan), "tie", "spread"])
  }

  static func term(of plan: SearchPlan) -> String {
    switch plan.method {
    case "grid": "grid search"
    case "random": "random search"
    case "bayes": "bayesian optimization"
    case "hyperband": "hyperband"
    case "local": "coarse to fine"
    default: "manual search"
    }
  }
}
