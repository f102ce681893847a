import Foundation
import TensorEngine
import Testing

/// An activation beyond sigmoid, tanh and relu: its kernels, and what they compute in double
/// precision with the system's library.
struct Curve: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// How many ulps the function may be off where its results are normal numbers.
  let ulps: Double
  /// How much the derivative may be off, absolute.
  let slack: Double
  let exact: @Sendable (Double) -> Double
  let slope: @Sendable (Double) -> Double
  let run: @Sendable (Kernels, FloatSlice, FloatSlice) -> Void
  let runBackward: @Sendable (Kernels, FloatSlice, FloatSlice, FloatSlice) -> Void

  private static let right = 1.0507009873554805
  private static let left = 1.7580993408473766

  private static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
  private static func normal(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }
  private static func density(_ x: Double) -> Double { exp(-x * x / 2) / (2 * .pi).squareRoot() }

  static let all = [
    Curve(
      testDescription: "leaky relu", ulps: 1, slack: 1e-7, exact: { $0 > 0 ? $0 : 0.2 * $0 },
      slope: { $0 > 0 ? 1 : 0.2 }, run: { $0.leakyRelu($1, slope: 0.2, into: $2) },
      runBackward: { $0.leakyReluBackward($1, slope: 0.2, gradient: $2, into: $3) }),
    Curve(
      testDescription: "elu", ulps: 1, slack: 1e-7, exact: { $0 > 0 ? $0 : expm1($0) },
      slope: { $0 > 0 ? 1 : exp($0) }, run: { $0.elu($1, into: $2) },
      runBackward: { $0.eluBackward($1, gradient: $2, into: $3) }),
    Curve(
      testDescription: "selu", ulps: 2, slack: 2e-7,
      exact: { $0 > 0 ? right * $0 : left * expm1($0) },
      slope: { $0 > 0 ? right : left * exp($0) }, run: { $0.selu($1, into: $2) },
      runBackward: { $0.seluBackward($1, gradient: $2, into: $3) }),
    Curve(
      testDescription: "gelu", ulps: 9.5, slack: 3e-7, exact: { $0 * normal($0) },
      slope: { normal($0) + $0 * density($0) }, run: { $0.gelu($1, into: $2) },
      runBackward: { $0.geluBackward($1, gradient: $2, into: $3) }),
    Curve(
      testDescription: "swish", ulps: 3.5, slack: 1e-6, exact: { $0 * sigmoid($0) },
      slope: { sigmoid($0) + $0 * sigmoid($0) * sigmoid(-$0) }, run: { $0.swish($1, into: $2) },
      runBackward: { $0.swishBackward($1, gradient: $2, into: $3) }),
    Curve(
      testDescription: "softplus", ulps: 2.5, slack: 1e-7,
      exact: { max($0, 0) + log1p(exp(-abs($0))) }, slope: sigmoid,
      run: { $0.softplus($1, into: $2) },
      runBackward: { $0.softplusBackward($1, gradient: $2, into: $3) }),
  ]
}

@Suite("Curves")
struct CurveTests {
  /// Below -87 the exponentials that are multiplied are no normal numbers.
  private static let inputs = FunctionAccuracyTests.everyPattern.filter {
    $0.isFinite && $0 > -87
  }

  @Test("have the derivatives of their functions", arguments: Curve.all)
  func derivatives(curve: Curve) {
    let ones = [Float](repeating: 1, count: Self.inputs.count)
    let buffer = Buffer([Self.inputs, ones])
    let (x, slopes) = (buffer.slices[0], buffer.slices[1])
    curve.runBackward(Kernels.selected, x, slopes, slopes)
    let worst = zip(Self.inputs, slopes.array).map { abs(Double($1) - curve.slope(Double($0))) }
    #expect(worst.max() ?? 0 <= curve.slack)
  }

  @Test("end where their formulas do", arguments: Kernels.available.map(\.path))
  func specials(path: ProcessorPath) {
    let inputs: [Float] = [0, -.infinity, .infinity, -1e30, 1e30, .nan]
    let expected: [String: [Float]] = [
      "leaky relu": [0, -.infinity, .infinity, -2e29, 1e30],
      "elu": [0, -1, .infinity, -1, 1e30],
      "selu": [0, -1.7580993, .infinity, -1.7580993, 1.050701e30],
      "gelu": [0, .nan, .infinity, 0, 1e30],
      "swish": [0, .nan, .infinity, 0, 1e30],
      "softplus": [Float(log(2.0)), 0, .infinity, 0, 1e30],
    ]
    for curve in Curve.all {
      let results = values(inputs, path: path) { curve.run($0, $1, $2) }
      for (result, end) in zip(results, expected[curve.testDescription] ?? []) {
        #expect(result.ulps(from: Double(end)) <= 1, "\(curve.testDescription)")
      }
      #expect(results[5].isNaN)
    }
  }

  @Test("take another slope, or the output in place of the input")
  func slope() {
    let inputs: [Float] = [-2, -.leastNonzeroMagnitude, 0, 3]
    #expect(values(inputs) { $0.leakyRelu($1, slope: 0.3, into: $2) } == [-0.6, 0, 0, 3])
    let buffer = Buffer([inputs, [1, 1, 1, 1]])
    Kernels.selected.leakyRelu(buffer.slices[0], slope: 0.3, into: buffer.slices[0])
    Kernels.selected.leakyReluBackward(
      buffer.slices[0], slope: 0.3, gradient: buffer.slices[1], into: buffer.slices[1])
    #expect(buffer.slices[1].array == [0.3, 0.3, 0.3, 1])
  }
}
