import Foundation
import TensorEngine
import Testing

/// The judge is the system's library, whose functions are themselves within 1 ulp.
@Suite("Elementary mathematics")
struct ElementaryMathTests {
  /// Numbers of both signs over many magnitudes, and a dense grid.
  static func inputs(_ magnitude: Double) -> [Double] {
    var generator = SplitMix(state: 3)
    return (0..<40_000).map { index in
      let fraction = Double(generator.next() >> 11) * 0x1p-52 - 1
      return index % 2 == 0 ? fraction * magnitude : fraction * scalbn(magnitude, -(index % 60))
    }
  }

  private func worst(
    _ inputs: [Double], _ own: (Double) -> Double, _ system: (Double) -> Double
  ) -> Double {
    inputs.map { own($0).ulps(from: system($0)) }.max() ?? 0
  }

  /// The system has no sigmoid; what is computed from its exp is itself up to 2 ulp off.
  @Test("exp, log, tanh and sigmoid differ by at most 2 ulp from the system's")
  func exponentials() {
    #expect(worst(Self.inputs(708), ElementaryMath.exp, Foundation.exp) <= 2)
    let positive = Self.inputs(700).map { Foundation.exp($0) } + Self.inputs(2).map { abs($0) }
    #expect(worst(positive, ElementaryMath.log, Foundation.log) <= 2)
    #expect(worst(Self.inputs(25), ElementaryMath.tanh, Foundation.tanh) <= 2)
    #expect(
      worst(Self.inputs(36), ElementaryMath.sigmoid) { 1 / (1 + Foundation.exp(-$0)) } <= 3)
  }

  @Test("exp minus 1, log of 1 plus x and the normal distribution keep their digits")
  func curves() {
    #expect(worst(Self.inputs(1), ElementaryMath.expMinusOne, Foundation.expm1) <= 6)
    let aboveMinusOne = Self.inputs(0.999) + Self.inputs(1e9).filter { $0 > -1 }
    #expect(worst(aboveMinusOne, ElementaryMath.logOfOnePlus, Foundation.log1p) <= 6)
    #expect(ElementaryMath.logOfOnePlus(-1) == -.infinity)
    #expect(ElementaryMath.logOfOnePlus(.infinity) == .infinity)
    #expect(ElementaryMath.logOfOnePlus(.nan).isNaN)
    for x in Self.inputs(30) {
      let exact = erfc(-x / 2.0.squareRoot()) / 2
      #expect(abs(ElementaryMath.normalDistribution(x) - exact) <= 3e-13 * exact)
    }
    #expect(ElementaryMath.normalDistribution(-.infinity) == 0)
    #expect(ElementaryMath.normalDistribution(.infinity) == 1)
    #expect(ElementaryMath.normalDistribution(0) == 0.5)
    #expect(ElementaryMath.normalDistribution(.nan).isNaN)
  }

  @Test("sin and cos differ by at most 2 ulp up to 100,000", arguments: [1.0, 10, 1e5])
  func trigonometry(magnitude: Double) {
    #expect(worst(Self.inputs(magnitude), ElementaryMath.sin, Foundation.sin) <= 2)
    #expect(worst(Self.inputs(magnitude), ElementaryMath.cos, Foundation.cos) <= 2)
  }

  @Test("sin keeps its digits next to a multiple of pi")
  func nextToPi() {
    // sin(pi rounded to a double) is the rounding error, and 355/113 is close to pi.
    #expect(ElementaryMath.sin(Double.pi) == 1.2246467991473532e-16)
    #expect(ElementaryMath.sin(355) == -3.014435335948845e-05)
    #expect(ElementaryMath.cos(1e9).ulps(from: 0.8378871813639024) <= 1)
  }

  @Test("powers differ by at most 2 ulp from the system's")
  func powers() {
    var generator = SplitMix(state: 8)
    var worst = 0.0
    for _ in 0..<40_000 {
      let base = Foundation.exp(Double(generator.next() >> 11) * 0x1p-46 - 64)
      let limit = 700 / max(abs(Foundation.log(base)), 0.01)
      let exponent = (Double(generator.next() >> 11) * 0x1p-52 - 1) * limit
      let own = ElementaryMath.power(base, exponent)
      worst = max(worst, own.ulps(from: Foundation.pow(base, exponent)))
    }
    #expect(worst <= 2)
    #expect(ElementaryMath.power(0.9, 10) == 0.3486784401000001)
    #expect(ElementaryMath.power(2, -1074) == .leastNonzeroMagnitude)
  }

  static let special: [Double] = [
    0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, .infinity, -.infinity, .nan, 1e300, -1e300,
    .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 0x1p53, 710, -746, 0x1p-1030,
  ]

  @Test("special values go where IEEE 754 sends them", arguments: special)
  func specialValues(x: Double) {
    func same(_ own: Double, _ system: Double) -> Bool {
      own.isNaN ? system.isNaN : own.ulps(from: system) <= 1 && own.sign == system.sign
    }
    #expect(same(ElementaryMath.exp(x), Foundation.exp(x)))
    #expect(same(ElementaryMath.log(x), Foundation.log(x)))
    #expect(same(ElementaryMath.tanh(x), Foundation.tanh(x)))
    for y in Self.special {
      #expect(same(ElementaryMath.power(x, y), Foundation.pow(x, y)), "\(x) to the power \(y)")
    }
    for result in [ElementaryMath.sin(x), ElementaryMath.cos(x)] {
      #expect(x.isFinite ? abs(result) <= 1 : result.isNaN)
    }
  }
}
