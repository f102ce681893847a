package import Charts
package import Tuning
package import Workbench

/// What `search` found: the study with its new trials.
package struct SearchReport: Report {
  private static let mostRows = 10

  /// The study as it is now.
  package let hand: StudyInHand
  /// How many of its trials are new.
  package let new: Int
  /// Whether it begins, though there was one of another network or other data to go on with.
  package let isNewStudy: Bool
  /// The trial whose setting was asked for again, and not trained again; nil for none.
  package let repeated: SearchTrial?

  /// Shows a study whose last trials are new.
  package init(_ hand: StudyInHand, new: Int, isNewStudy: Bool = false) {
    self.hand = hand
    self.new = new
    self.isNewStudy = isNewStudy
    repeated = nil
  }

  /// Shows a study of which one setting was asked for again.
  package init(_ hand: StudyInHand, repeating trial: SearchTrial) {
    self.hand = hand
    new = 0
    isNewStudy = false
    repeated = trial
  }

  package var document: Document {
    let study = hand.study
    let text = SearchText(hand)
    if let repeated {
      return Document([
        .facts([
          Fact(
            "repeated", .count(repeated.number),
            text: "this is the setting of trial \(repeated.number), and is not trained again")
        ]), .text(text.outcome(of: repeated)),
      ])
    }
    var blocks = [SearchText.facts(of: hand.plan)] + SearchText.brackets(of: hand.plan) + ranges
    if isNewStudy {
      blocks.append(
        .text("a new study begins, since the last one is of another network, data or seed"))
    }
    blocks += SearchText.shortage(of: hand.plan)
    if hand.plan.method == .manual, let trial = study.trials.last {
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
    guard hand.plan.method == .local else { return [] }
    return [.text("between \(hand.settings.map(\.text).joined(separator: ", "))")]
  }

  package var explanation: Explanation {
    Explanation(terms: [Self.term(of: hand.plan), "tie", "spread"])
  }

  static func term(of plan: SearchPlan) -> String {
    switch plan.method {
    case .grid: "grid search"
    case .random: "random search"
    case .bayes: "bayesian optimization"
    case .hyperband: "hyperband"
    case .local: "coarse to fine"
    case .manual: "manual search"
    }
  }
}
