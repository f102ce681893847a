import Networks
import Testing

/// A case of scikit-learn's `roc_curve` and `precision_recall_curve`, no threshold left out.
private struct RankingCase: Decodable {
  var name: String
  var isPositive: [Bool]
  var scores: [Double]
  var thresholds: [Double]
  var falseAlarms: [Double]
  var found: [Double]
  var precision: [Double]
  var recall: [Double]
  var area: Double
  var averagePrecision: Double
}

@Suite("A ranking curve")
struct RankingCurveTests {
  /// A few roundings of double precision.
  private static let bound = 1e-14

  private static func cases() throws -> [(expected: RankingCase, curve: RankingCurve)] {
    try GoldenNumbers.decode([RankingCase].self, from: "ranking.json").map {
      ($0, RankingCurve(scores: $0.scores, isPositive: $0.isPositive))
    }
  }

  @Test("has the points of scikit-learn's ROC curve")
  func receiverOperatingCharacteristic() throws {
    let cases = try Self.cases()
    #expect(cases.count == 6)
    for (expected, curve) in cases {
      #expect(curve.points.first?.threshold == .infinity)
      #expect(curve.points.dropFirst().map(\.threshold) == expected.thresholds)
      #expect(curve.points.count == expected.found.count, "\(expected.name)")
      for (index, point) in curve.points.enumerated() where index < expected.found.count {
        expectClose(
          curve.falsePositiveRate(point), expected.falseAlarms[index], within: Self.bound,
          "\(expected.name): false alarms \(index)")
        expectClose(
          curve.truePositiveRate(point), expected.found[index], within: Self.bound,
          "\(expected.name): found \(index)")
      }
    }
  }

  @Test("has the points of scikit-learn's precision-recall curve, all those with a threshold")
  func precisionRecall() throws {
    for (expected, curve) in try Self.cases() {
      let points = curve.points.dropFirst()
      #expect(points.count == expected.precision.count, "\(expected.name)")
      for (index, point) in points.enumerated() where index < expected.precision.count {
        expectClose(
          curve.precision(point), expected.precision[index], within: Self.bound,
          "\(expected.name): precision \(index)")
        expectClose(
          curve.truePositiveRate(point), expected.recall[index], within: Self.bound,
          "\(expected.name): recall \(index)")
      }
    }
  }

  @Test("has scikit-learn's area and average precision")
  func areas() throws {
    for (expected, curve) in try Self.cases() {
      expectClose(
        try #require(curve.area), expected.area, within: Self.bound, "\(expected.name): area")
      expectClose(
        try #require(curve.averagePrecision), expected.averagePrecision, within: Self.bound,
        "\(expected.name): average precision")
    }
  }
}
