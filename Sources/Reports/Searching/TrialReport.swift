package import Charts
package import Tuning
package import Workbench

/// What `show trial 7` shows: a setting with the figure of each of its trainings.
package struct TrialReport: Report {
  /// The study.
  package let hand: StudyInHand
  /// The trial.
  package let trial: SearchTrial

  /// Shows a trial of a study.
  package init(_ trial: SearchTrial, of hand: StudyInHand) {
    self.hand = hand
    self.trial = trial
  }

  package var document: Document {
    let study = hand.study
    let text = SearchText(hand)
    var blocks: [Block] = [
      .facts([
        Fact("trial", .count(trial.number), text: "trial \(trial.number) of \(study.trials.count)"),
        Fact("setting", .text(trial.label), text: trial.label),
      ])
    ]
    if let stop = text.stop(of: trial) { blocks.append(.text(stop)) }
    guard let scores = trial.measured else {
      return Document(blocks + [.text("failed: \(trial.reason ?? "")")])
    }
    blocks.append(.table(table(of: scores)))
    return Document(blocks + [.text(text.shared)])
  }

  private func table(of scores: SearchTrial.Scores) -> Table {
    let study = hand.study
    let score = SearchScore(study)
    let columns =
      (study.repeats > 1 ? [Table.Column("seed", alignment: .right)] : [])
      + (study.folds != nil ? [Table.Column(term: "fold", alignment: .right)] : [])
      + [
        Table.Column(score.title, alignment: .right),
        Table.Column(term: "training", alignment: .right),
      ]
    let rows = scores.judged.indices.map { place -> [Table.Cell] in
      let (turn, fold) = place.quotientAndRemainder(dividingBy: study.folds ?? 1)
      return (study.repeats > 1 ? [.count(turn + 1)] : [])
        + (study.folds != nil ? [.count(fold + 1)] : [])
        + [score.cell([scores.judged[place]]), learned(of: scores, at: place)]
    }
    guard scores.judged.count > 1 else { return Table(columns: columns, rows: rows) }
    let empty = [Table.Cell](repeating: .empty, count: columns.count - 3)
    return Table(
      columns: columns, rows: rows,
      footer: [
        [.text("mean")] + empty + [score.cell(scores.judged), score.cell(scores.learned)]
      ])
  }

  /// What a training came to on what it learned from; nothing where a study of elsewhere tells nothing.
  private func learned(of scores: SearchTrial.Scores, at place: Int) -> Table.Cell {
    scores.learned[place].isFinite ? SearchScore(hand.study).cell([scores.learned[place]]) : .empty
  }

  package var explanation: Explanation { Explanation(terms: ["trial", "spread"]) }
}
