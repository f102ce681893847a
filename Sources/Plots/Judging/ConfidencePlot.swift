import Charts
import Commands
import Language
import Networks
import Reports
import Workbench

/// `plot coverage`, `plot calibration`: what confidence is worth.
enum ConfidencePlot {
  /// The most points of a curve.
  private static let pointLimit = 1000

  static let coverage = Plot(name: "coverage", values: 0...1, example: " validation") {
    (execution, arguments) throws(Diagnostic) in
    let (part, predictions) = try predictions(execution, arguments, about: "coverage")
    let curve = thinned(predictions.coverageCurve)
    let points = curve.map { Point($0.share, $0.accuracy ?? 0) }
    return .line(
      LineChart(
        .coverage, title: "accuracy of what is answered, \(part.rawValue)",
        xAxis: Axis("coverage", format: .percent), yAxis: Axis("accuracy", format: .percent),
        series: [.init("accuracy", points: points)], caption: caption(of: predictions)))
  }

  static let calibration = Plot(name: "calibration", values: 0...1, example: " validation") {
    (execution, arguments) throws(Diagnostic) in
    let (part, predictions) = try predictions(execution, arguments, about: "calibration")
    let bins = predictions.calibration().filter { $0.count > 0 }
    let whole = Extent(0, 1)
    return .line(
      LineChart(
        .calibration, title: "reliability, \(part.rawValue)",
        xAxis: Axis("confidence", format: .percent, extent: whole),
        yAxis: Axis("accuracy", format: .percent, extent: whole),
        series: [
          .init("bins", points: bins.map { Point($0.confidence, $0.accuracy) }),
          .init("as sure as right", points: [Point(0, 0), Point(1, 1)]),
        ],
        caption: CalibrationReport.text(ofError: predictions.calibrationError())
          + " · mean confidence "
          + "\(NumberText.percent(predictions.meanConfidence)) · accuracy "
          + NumberText.percent(predictions.confusion.accuracy)))
  }

  private static func predictions(
    _ execution: Execution, _ arguments: Arguments, about what: String
  ) throws(Diagnostic) -> (part: DataInHand.Part, predictions: ClassPredictions) {
    let found = try ConfidenceReader.predictions(execution, arguments, about: what)
    if found.part == .test { execution.looks.happened = true }
    return found
  }

  /// "all answered: 92.0% right · the surest half: 99.0%"
  private static func caption(of predictions: ClassPredictions) -> String {
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
