package import Charts
package import Networks

/// `show coverage`: how much is answered, and how well, at one threshold after the other.
package enum CoverageTable {
  /// The thresholds that are shown, besides none at all.
  private static let thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]

  package static func document(_ predictions: ClassPredictions, split: String) -> Document {
    let columns: [Table.Column] =
      [.init("threshold")]
      + ["answered", "left", "coverage", "accuracy", "wrong"].map {
        .init($0, alignment: .right)
      }
    let all = predictions.coverage(at: -.infinity)
    let rows =
      [row("none", all)]
      + thresholds.map {
        row(NumberText.percent($0, places: 0), predictions.coverage(at: $0))
      }
    return Document([
      .facts([
        Fact("split", .text(split), text: "\(split) split"), Fact(all.total, "examples"),
      ]),
      .table(Table(columns: columns, rows: rows)),
      .text("accuracy of what is answered; what is left goes to a person"),
    ])
  }

  private static func row(_ threshold: String, _ coverage: Coverage) -> [Table.Cell] {
    [
      .text(threshold), .count(coverage.answered), .count(coverage.left),
      .fraction(coverage.share), coverage.accuracy.map { .fraction($0) } ?? Table.Cell(.missing),
      .count(coverage.answered - coverage.right),
    ]
  }
}
