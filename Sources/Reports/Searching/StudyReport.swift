package import Charts
import Tuning
package import Workbench

/// What `show study` lists: every trial of the last search, in their order.
package struct StudyReport: Report {
  private static let mostRows = 200

  /// The study.
  package let hand: StudyInHand

  /// Lists a study.
  package init(_ hand: StudyInHand) { self.hand = hand }

  package var document: Document {
    let study = hand.study
    let text = SearchText(hand)
    let shown = study.trials.indices.suffix(Self.mostRows)
    var blocks = [text.header]
    if shown.count < study.trials.count {
      blocks.append(.text("the last \(shown.count) of \(study.trials.count) trials"))
    }
    blocks.append(.table(SearchTable(study, places: Array(shown)).table))
    return Document(
      blocks + text.failures + [.text(text.verdict)] + text.optimism + [.text(text.shared)])
  }

  package var explanation: Explanation { Explanation(terms: ["trial", "tie", "spread"]) }
}
