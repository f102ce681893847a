package import Charts
package import Networks

/// `show calibration`: confidence against accuracy, bin by bin of confidence.
package enum CalibrationTable {
  package static func document(_ predictions: ClassPredictions, split: String) -> Document {
    let columns: [Table.Column] =
      [.init("confidence")]
      + ["examples", "mean", "accuracy", "gap"].map { .init($0, alignment: .right) }
    let bins = predictions.calibration()
    let rows = bins.indices.filter { bins[$0].count > 0 }.map { index -> [Table.Cell] in
      let bin = bins[index]
      return [
        .text(name(index, of: bins.count)), .count(bin.count), .fraction(bin.confidence),
        .fraction(bin.accuracy), gap(bin.accuracy - bin.confidence),
      ]
    }
    return Document([
      .facts([
        Fact("split", .text(split), text: "\(split) split"), Fact(predictions.count, "examples"),
        Fact("ece", .fraction(predictions.calibrationError()), text: error(predictions)),
      ]),
      .table(Table(columns: columns, rows: rows, footer: [total(predictions)])),
      .text(verdict(predictions)),
    ])
  }

  /// "70% - 80%", its upper end included.
  package static func name(_ index: Int, of count: Int) -> String {
    let ends = [index, index + 1].map {
      NumberText.percent(Double($0) / Double(count), places: 0)
    }
    return "\(ends[0]) - \(ends[1])"
  }

  package static func error(_ predictions: ClassPredictions) -> String {
    "calibration error \(NumberText.percent(predictions.calibrationError())) (ECE)"
  }

  private static func total(_ predictions: ClassPredictions) -> [Table.Cell] {
    let confidence = predictions.meanConfidence
    let accuracy = predictions.confusion.accuracy
    return [
      .text("all"), .count(predictions.count), .fraction(confidence), .fraction(accuracy),
      gap(accuracy - confidence),
    ]
  }

  /// A difference of two shares with its sign, in points of a percent.
  private static func gap(_ value: Double) -> Table.Cell {
    let text = NumberText.percent(value)
    return .fraction(value, text: value > 0 ? "+" + text : text)
  }

  private static func verdict(_ predictions: ClassPredictions) -> String {
    let gap = predictions.confusion.accuracy - predictions.meanConfidence
    let size = NumberText.percent(gap.magnitude)
    let mean = "on average it is"
    if gap < 0 { return "\(mean) \(size) surer than it is right: overconfident" }
    return gap > 0
      ? "\(mean) \(size) less sure than it is right: underconfident" : "\(mean) as sure as right"
  }
}
