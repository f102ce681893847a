import TensorEngine
import Testing

@testable import Tuning

/// Held against the densities of Optuna 5.0.0's `_ParzenEstimator` with its usual settings.
@Suite("Parzen estimates")
struct ParzenEstimateTests {
  private static let space = SearchSpace([
    SearchSpace.Axis("a", .numbers(-5...10, isLogarithmic: false)),
    SearchSpace.Axis("b", .numbers(0.0001...1, isLogarithmic: true)),
    SearchSpace.Axis("c", .wholeNumbers(1...8, isLogarithmic: false)),
    SearchSpace.Axis("d", .wholeNumbers(1...64, isLogarithmic: true)),
    SearchSpace.Axis("e", .choices(3)),
  ])
  private static let seen: [SearchSpace.Point] = [
    [0.5, 0.01, 3, 8, 0], [2.25, 0.1, 5, 16, 1], [-4, 0.003, 1, 64, 2], [9.5, 0.5, 8, 1, 1],
  ]
  private static let asked: [SearchSpace.Point] = [
    [0, 0.02, 4, 9, 0], [10, 1, 8, 64, 2], [-5, 0.0001, 1, 1, 1], [2.25, 0.1, 5, 16, 1],
  ]

  private static func agree(
    _ seen: [SearchSpace.Point], _ asked: [SearchSpace.Point], in space: SearchSpace,
    _ expected: [Double]
  ) -> Bool {
    let estimate = ParzenEstimate(of: seen, in: space)
    return zip(asked, expected).allSatisfy {
      abs(estimate.logDensity(at: $0) - $1) < 1e-9
    }
  }

  @Test("agree with Optuna on every kind of range, of none, one and four settings")
  func kinds() {
    #expect(
      Self.agree(
        [], Self.asked, in: Self.space,
        [-11.743516350969688, -14.152809475972497, -9.852383068879345, -12.352472780355612]))
    #expect(
      Self.agree(
        Array(Self.seen.prefix(1)), Self.asked, in: Self.space,
        [-11.171683091087596, -14.6219167955255, -10.17237287280541, -12.508655292673645]))
    #expect(
      Self.agree(
        Self.seen, Self.asked, in: Self.space,
        [-10.88370801815682, -14.914148527267207, -11.383254707067167, -11.283042008541084]))
  }

  @Test("agree with Optuna where the older of forty settings weigh less")
  func weights() {
    let axes = [0, 1, 3].map { Self.space.axes[$0] }
    let seen = (0..<40).map { index -> SearchSpace.Point in
      let exponent = 4 * (Double(index * 11 % 40) + 0.5) / 40
      return [
        -5 + 15 * (Double(index * 7 % 40) + 0.5) / 40,
        ElementaryMath.power(10, -exponent), Double(1 + index * 13 % 64),
      ]
    }
    let asked = Self.asked.map { [$0[0], $0[1], $0[3]] }
    #expect(
      Self.agree(
        seen, asked, in: SearchSpace(axes),
        [-12.120965701037212, -14.436630843091237, -10.136204435998286, -12.707871687627641]))
  }

  @Test("what is drawn of an estimate is spread as its density says")
  func draws() {
    // One kernel at 0.2 of deviation 0.8 and the wide one at 0.5 of deviation 1, both cut off at 0
    // and 1: the share below 0.3 by their distribution functions.
    let space = SearchSpace([SearchSpace.Axis("x", .numbers(0...1, isLogarithmic: false))])
    let estimate = ParzenEstimate(of: [[0.2]], in: space)
    let points = (0..<4000).map { index in
      estimate.point(at: [
        (Double(index) + 0.5) / 4000, (Double(index * 1619 % 4000) + 0.5) / 4000,
      ])[0]
    }
    let share = Double(points.count { $0 < 0.3 }) / 4000
    // (Φ(0.125) - Φ(-0.25)) / (Φ(1) - Φ(-0.25)) = 0.3372; (Φ(-0.2) - Φ(-0.5)) / 0.3829 = 0.2931.
    #expect(abs(share - (0.3372 + 0.2931) / 2) < 0.01, "\(share)")
    #expect(points.allSatisfy { (0...1).contains($0) })
  }
}
