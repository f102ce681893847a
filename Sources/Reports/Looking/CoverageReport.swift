package import Charts
package import Networks
package import Workbench

/// What `show coverage` measured: how much is answered, and how well, at one threshold after the
/// other.
package struct CoverageReport: Report {
  /// The split that was asked.
  package let part: DataInHand.Part
  /// What is right where all is answered.
  package let all: Coverage
  /// What is answered at each threshold, from the least on.
  package let steps: [Coverage]
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// The thresholds that are shown, besides none at all.
  private static let thresholds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]

  /// Measures predictions that are probabilities.
  package init(_ predictions: ClassPredictions, on part: DataInHand.Part, looks: Int?) {
    self.part = part
    self.looks = looks
    all = predictions.coverage(at: -.infinity)
    steps = Self.thresholds.map { predictions.coverage(at: $0) }
  }

  package var document: Document {
    let columns: [Table.Column] =
      [.init(term: "threshold")]
      + ["answered", "left"].map { .init($0, alignment: .right) }
      + ["coverage", "accuracy", "wrong"].map { .init(term: $0, alignment: .right) }
    let rows =
      [row("none", all)]
      + steps.map { row(NumberText.percent($0.threshold, places: 0), $0) }
    return Document(
      [
        .facts([
          Fact("split", .text(part.rawValue), text: "\(part.rawValue) split"),
          Fact(all.total, "examples"),
        ]),
        .table(Table(columns: columns, rows: rows)),
        .text("accuracy of what is answered; what is left goes to a person"),
      ] + TestLock.blocks(looks: looks))
  }

  private func row(_ threshold: String, _ coverage: Coverage) -> [Table.Cell] {
    [
      .text(threshold), .count(coverage.answered), .count(coverage.left),
      .fraction(coverage.share), coverage.accuracy.map { .fraction($0) } ?? Table.Cell(.missing),
      .count(coverage.answered - coverage.right),
    ]
  }
}
