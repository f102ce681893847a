import Networks
import ReferenceNumbers
import Testing

/// The file `metrics.json`: scikit-learn's and Keras's metrics in double precision.
private struct MetricsFile: Decodable {
  struct AtThreshold: Decodable {
    var name: String?
    var y: [Int32]?
    var p: [Double]?
    var thresholdRule: String
    var accuracy: Double
    var precision: Double
    var recall: Double
    var f1: Double
    var f2: Double
    var balancedAccuracy: Double
    var mcc: Double
    var cohenKappa: Double
    var confusionMatrix: [[Int]]
    var rocAuc: Double?
  }
  struct Curve: Decodable {
    var fpr: [Double]
    var tpr: [Double]
  }
  struct Binary: Decodable {
    var y: [Int32]
    var p: [Double]
    var atThreshold: [AtThreshold]
    var rocAuc: Double
    var averagePrecision: Double
    var logLoss: Double
    var brier: Double
    var rocCurve: Curve
  }
  struct Scores: Decodable {
    var precision: [Double]
    var recall: [Double]
    var f1: [Double]
    var support: [Int]
  }
  struct Average: Decodable {
    var precision: Double
    var recall: Double
    var f1: Double
  }
  struct Averages: Decodable {
    var macro: Average
    var weighted: Average
  }
  struct Multiclass: Decodable {
    var y: [Int32]
    var p: [[Double]]
    var predicted: [Int32]
    var accuracy: Double
    var logLoss: Double
    var confusionMatrix: [[Int]]
    var perClass: Scores
    var averages: Averages
    var topK: [String: Double]
    var rocAucOvrMacro: Double
    var mcc: Double
    var cohenKappa: Double
  }
  struct Regression: Decodable {
    var y: [Double]
    var p: [Double]
    var mse: Double
    var rmse: Double
    var mae: Double
    var r2: Double
    var medianAbsoluteError: Double
    var maxError: Double
    var explainedVariance: Double
  }
  var binary: Binary
  var binaryEdgeCases: [AtThreshold]
  var multiclass: Multiclass
  var regression: Regression
}

@Suite(
  "The metrics of the reference folder",
  .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
struct MetricsReferenceTests {
  /// A few roundings of double precision.
  private static let bound = 1e-13

  private let file: MetricsFile

  init() throws {
    file = try ReferenceFolder.decode(MetricsFile.self, from: "metrics.json")
  }

  private func close(_ actual: Double?, _ expected: Double, _ comment: String) throws {
    expectClose(try #require(actual), expected, within: Self.bound, comment)
  }

  private func check(_ expected: MetricsFile.AtThreshold, y: [Int32], p: [Double]) throws {
    // A rule of p >= 0.5 is one of p > 0.4999….
    let threshold = expected.thresholdRule == "p > 0.5" ? 0.5 : 0.5.nextDown
    let confusion = ClassPredictions(
      outputs: p, truths: y, classCount: 2, threshold: threshold
    ).confusion
    #expect(confusion.counts == expected.confusionMatrix.flatMap { $0 })
    try close(confusion.accuracy, expected.accuracy, "accuracy")
    try close(confusion.precision(of: 1).value, expected.precision, "precision")
    try close(confusion.recall(of: 1).value, expected.recall, "recall")
    try close(confusion.f1(of: 1).value, expected.f1, "f1")
    try close(confusion.fScore(of: 1, beta: 2).value, expected.f2, "f2")
    try close(confusion.balancedAccuracy, expected.balancedAccuracy, "balanced accuracy")
    try close(confusion.matthewsCorrelation, expected.mcc, "mcc")
    try close(confusion.cohenKappa, expected.cohenKappa, "kappa")
  }

  @Test("of two classes agree at each threshold and over all of them")
  func binary() throws {
    let binary = file.binary
    for expected in binary.atThreshold { try check(expected, y: binary.y, p: binary.p) }
    let predictions = ClassPredictions(outputs: binary.p, truths: binary.y, classCount: 2)
    let curve = predictions.curve(of: 1)
    try close(predictions.area, binary.rocAuc, "auc")
    try close(curve.averagePrecision, binary.averagePrecision, "average precision")
    try close(predictions.logLoss, binary.logLoss, "log loss")
    try close(predictions.brierScore, binary.brier, "brier")
    #expect(curve.points.count == binary.rocCurve.fpr.count)
    for (index, point) in curve.points.enumerated() {
      try close(curve.falsePositiveRate(point), binary.rocCurve.fpr[index], "fpr \(index)")
      try close(curve.truePositiveRate(point), binary.rocCurve.tpr[index], "tpr \(index)")
    }
  }

  @Test("of two classes agree at the edges")
  func edges() throws {
    for edge in file.binaryEdgeCases {
      let (y, p) = (try #require(edge.y), try #require(edge.p))
      try check(edge, y: y, p: p)
      if let area = edge.rocAuc {
        try close(
          ClassPredictions(outputs: p, truths: y, classCount: 2).area, area, "auc")
      }
    }
  }

  @Test("of several classes agree, one by one and averaged")
  func multiclass() throws {
    let expected = file.multiclass
    let predictions = ClassPredictions(
      outputs: expected.p.flatMap { $0 }, truths: expected.y, classCount: 4)
    let confusion = predictions.confusion
    #expect(predictions.predicted == expected.predicted)
    #expect(confusion.counts == expected.confusionMatrix.flatMap { $0 })
    try close(confusion.accuracy, expected.accuracy, "accuracy")
    try close(predictions.logLoss, expected.logLoss, "log loss")
    try close(predictions.area, expected.rocAucOvrMacro, "auc")
    try close(confusion.matthewsCorrelation, expected.mcc, "mcc")
    try close(confusion.cohenKappa, expected.cohenKappa, "kappa")
    for (k, value) in expected.topK {
      try close(predictions.topAccuracy(try #require(Int(k))), value, "top \(k)")
    }
    for index in 0..<4 {
      try close(confusion.precision(of: index).value, expected.perClass.precision[index], "")
      try close(confusion.recall(of: index).value, expected.perClass.recall[index], "")
      try close(confusion.f1(of: index).value, expected.perClass.f1[index], "")
      #expect(confusion.count(of: index) == expected.perClass.support[index])
    }
    for (average, numbers) in [
      (ConfusionMatrix.Average.macro, expected.averages.macro),
      (.weighted, expected.averages.weighted),
    ] {
      try close(
        confusion.average(average) { $0.precision(of: $1) }.value, numbers.precision, "precision")
      try close(confusion.average(average) { $0.recall(of: $1) }.value, numbers.recall, "recall")
      try close(confusion.average(average) { $0.f1(of: $1) }.value, numbers.f1, "f1")
    }
  }

  @Test("of numbers agree")
  func regression() throws {
    let expected = file.regression
    let predictions = NumberPredictions(outputs: expected.p, targets: expected.y)
    try close(predictions.meanSquaredError, expected.mse, "mse")
    try close(predictions.rootMeanSquaredError, expected.rmse, "rmse")
    try close(predictions.meanAbsoluteError, expected.mae, "mae")
    try close(predictions.determination.value, expected.r2, "r2")
    try close(predictions.medianAbsoluteError, expected.medianAbsoluteError, "median")
    try close(predictions.greatestError, expected.maxError, "greatest")
    try close(predictions.explainedVariance.value, expected.explainedVariance, "explained")
  }
}
