package import Charts
package import Networks
package import Workbench

/// What `show calibration` measured: confidence against accuracy, bin by bin of confidence.
package struct CalibrationReport: Report {
  /// The split that was asked.
  package let part: DataInHand.Part
  /// How many predictions there are.
  package let count: Int
  /// The bins of confidence, from the least on; empty ones among them.
  package let bins: [CalibrationBin]
  /// The mean distance of confidence and accuracy over the bins, from 0 to 1.
  package let error: Double
  /// The mean confidence and the accuracy of all predictions, from 0 to 1.
  package let confidence, accuracy: Double
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Measures predictions that are probabilities.
  package init(_ predictions: ClassPredictions, on part: DataInHand.Part, looks: Int? = nil) {
    self.part = part
    self.looks = looks
    count = predictions.count
    bins = predictions.calibration()
    error = predictions.calibrationError()
    confidence = predictions.meanConfidence
    accuracy = predictions.confusion.accuracy
  }

  package var document: Document {
    let columns: [Table.Column] =
      [.init(term: "confidence"), .init(term: "examples", alignment: .right)]
      + [.init("mean", alignment: .right)]
      + [
        .init(term: "accuracy", alignment: .right),
        .init("gap", term: "calibration gap", alignment: .right),
      ]
    let rows = bins.indices.filter { bins[$0].count > 0 }.map { index -> [Table.Cell] in
      let bin = bins[index]
      return [
        .text(name(index)), .count(bin.count), .fraction(bin.confidence), .fraction(bin.accuracy),
        gap(bin.accuracy - bin.confidence),
      ]
    }
    let total: [Table.Cell] = [
      .text("all"), .count(count), .fraction(confidence), .fraction(accuracy),
      gap(accuracy - confidence),
    ]
    return Document(
      [
        .facts([
          Fact("split", .text(part.rawValue), text: "\(part.rawValue) split"),
          Fact(count, "examples"), Fact("ece", .fraction(error), text: Self.text(ofError: error)),
        ]),
        .table(Table(columns: columns, rows: rows, footer: [total])), .text(verdict),
      ] + TestLock.blocks(looks: looks))
  }

  /// "calibration error 3.4% (ECE)"
  package static func text(ofError error: Double) -> String {
    "calibration error \(NumberText.percent(error)) (ECE)"
  }

  /// "70% - 80%", its upper end included.
  private func name(_ index: Int) -> String {
    let ends = [index, index + 1].map {
      NumberText.percent(Double($0) / Double(bins.count), places: 0)
    }
    return "\(ends[0]) - \(ends[1])"
  }

  /// A difference of two shares with its sign, in points of a percent.
  private func gap(_ value: Double) -> Table.Cell {
    let text = NumberText.percent(value)
    return .fraction(value, text: value > 0 ? "+" + text : text)
  }

  private var verdict: String {
    let gap = accuracy - confidence
    let size = NumberText.percent(gap.magnitude)
    let mean = "on average it is"
    if gap < 0 { return "\(mean) \(size) surer than it is right: overconfident" }
    return gap > 0
      ? "\(mean) \(size) less sure than it is right: underconfident" : "\(mean) as sure as right"
  }
}
