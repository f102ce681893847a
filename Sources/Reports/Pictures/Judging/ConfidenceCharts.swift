package import Charts
package import Networks

/// What confidence is worth: the accuracy over how much is answered, and over how sure it is.
package struct ConfidenceCharts {
  /// The most points of a curve.
  private static let pointLimit = 1000

  private let predictions: ClassPredictions
  private let split: String

  /// Makes it of probabilities.
  ///
  /// - Parameter split: The split whose examples they are for.
  package init(_ predictions: ClassPredictions, split: String) {
    self.predictions = predictions
    self.split = split
  }

  /// How accurate the answers are where only the surest are given.
  package var coverage: LineChart {
    let curve = Self.thinned(predictions.coverageCurve)
    let points = curve.map { Point($0.share, $0.accuracy ?? 0) }
    return LineChart(
      .coverage, title: "accuracy of what is answered, \(split)",
      xAxis: Axis("coverage", format: .percent), yAxis: Axis("accuracy", format: .percent),
      series: [.init("accuracy", points: points)], caption: caption)
  }

  /// How often it is right where it is so sure.
  package var calibration: LineChart {
    let bins = predictions.calibration().filter { $0.count > 0 }
    let whole = Extent(0, 1)
    return LineChart(
      .calibration, title: "reliability, \(split)",
      xAxis: Axis("confidence", format: .percent, extent: whole),
      yAxis: Axis("accuracy", format: .percent, extent: whole),
      series: [
        .init("bins", points: bins.map { Point($0.confidence, $0.accuracy) }),
        .init("as sure as right", points: [Point(0, 0), Point(1, 1)], style: .reference),
      ],
      caption: CalibrationReport.text(ofError: predictions.calibrationError())
        + " · mean confidence "
        + "\(NumberText.percent(predictions.meanConfidence)) · accuracy "
        + NumberText.percent(predictions.confusion.accuracy))
  }

  /// "all answered: 92.0% right · the surest half: 99.0%"
  private var caption: String {
    let curve = predictions.coverageCurve
    let all = "all answered: \(NumberText.percent(predictions.confusion.accuracy)) right"
    guard let half = curve.first(where: { $0.share >= 0.5 }), let accuracy = half.accuracy else {
      return all
    }
    return all + " · the surest \(NumberText.percent(half.share, places: 0)): "
      + "\(NumberText.percent(accuracy)) right, at a threshold of "
      + NumberText.percent(half.threshold)
  }

  /// At most so many points, the last one among them.
  private static func thinned(_ curve: [Coverage]) -> [Coverage] {
    guard curve.count > pointLimit else { return curve }
    return (1...pointLimit).map { curve[$0 * curve.count / pointLimit - 1] }
  }
}
