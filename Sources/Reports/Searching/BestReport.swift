package import Charts
import Tuning
package import Workbench

/// What `best` shows: the best trial of a search, and what ties with it.
package struct BestReport: Report {
  private static let mostRows = 10

  /// The study.
  package let hand: StudyInHand

  /// Shows the best of a study.
  package init(_ hand: StudyInHand) { self.hand = hand }

  package var document: Document {
    let study = hand.study
    let text = SearchText(hand)
    let winners = (study.verdict?.winners ?? []).prefix(Self.mostRows)
    return Document(
      [.table(SearchTable(study, places: Array(winners)).table), .text(text.verdict)]
        + text.optimism + [.text(text.shared)])
  }

  package var explanation: Explanation { Explanation(terms: ["tie", "spread"]) }
}
