package import Charts
package import Networks
package import Tuning
import Workbench

/// What `evaluate folds` measured: how the training does on each fold that it has not seen.
package struct FoldEvaluationReport: Report {
  /// What came of the training without each of the folds, in their order.
  package let scores: [Fit.Score]
  /// What else than the loss they are judged by.
  package let criterion: Criterion
  /// The settings of the training.
  package let settings: [WrittenSetting]

  /// Shows what was measured.
  package init(_ scores: [Fit.Score], by criterion: Criterion, settings: [WrittenSetting]) {
    self.scores = scores
    self.criterion = criterion
    self.settings = settings
  }

  private var areClasses: Bool { criterion == .error }

  /// The columns of figures: what each is called, and its value on each fold.
  private var figures: [(title: String, values: [Double])] {
    let losses = ("loss", scores.map(\.judging.dataLoss))
    let judged = scores.map { $0.judged ?? .nan }
    let learned = ("training", scores.map { $0.learned ?? .nan })
    guard areClasses else { return [losses, ("MAE", judged), learned] }
    return [
      losses, ("accuracy", scores.map { $0.judging.accuracy ?? .nan }), ("error", judged), learned,
    ]
  }

  package var document: Document {
    let figures = figures
    let columns =
      [
        Table.Column(term: "fold", alignment: .right),
        Table.Column(term: "examples", alignment: .right),
      ] + figures.map { Table.Column(term: $0.title, alignment: .right) }
    let rows = scores.indices.map { place in
      [Table.Cell.count(place + 1), .count(scores[place].judging.count)]
        + figures.map { cell($0.values[place], of: $0.title) }
    }
    let spreads = figures.map { (title: $0.title, spread: Spread($0.values)) }
    let kind = areClasses ? "error" : "MAE"
    return Document([
      .table(
        Table(
          columns: columns, rows: rows,
          footer: [
            [.text("mean"), .empty] + spreads.map { cell($0.spread.mean, of: $0.title) },
            [.text("±"), .empty] + spreads.map { cell($0.spread.deviation, of: $0.title) },
          ])),
      .text(
        "each fold judges the network that learned from the others, from the same first weights; "
          + "training: the \(kind) on these; ±: one deviation over \(scores.count) folds"),
      .text("each training with \(SettingsText.line(of: settings))"),
    ])
  }

  private func cell(_ value: Double, of title: String) -> Table.Cell {
    areClasses && title != "loss"
      ? .fraction(value) : .number(value, text: TrainingText.number(value))
  }

  package var explanation: Explanation { Explanation(terms: ["cross-validation", "spread"]) }
}
