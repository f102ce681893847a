import Foundation
import TensorEngine
import Testing

/// A function of one float whose error is measured over all bit patterns.
struct FloatFunction: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The greatest error, in units of the last place of the exact result.
  let bound: Double
  /// Where the bound holds.
  let domain: @Sendable (Float) -> Bool
  let exact: @Sendable (Double) -> Double
  let kernel: @Sendable (Kernels, FloatSlice, FloatSlice) -> Void

  init(
    _ name: String, within bound: Double,
    where domain: @escaping @Sendable (Float) -> Bool = { _ in true },
    exact: @escaping @Sendable (Double) -> Double,
    by kernel: @escaping @Sendable (Kernels, FloatSlice, FloatSlice) -> Void
  ) {
    testDescription = name
    self.bound = bound
    self.domain = domain
    self.exact = exact
    self.kernel = kernel
  }

  static let all = elementary + Curve.all.map(FloatFunction.init(curve:))

  private static let elementary = [
    FloatFunction(
      "exp", within: 1.02, exact: { Foundation.exp($0) }, by: { $0.exponential($1, into: $2) }),
    FloatFunction(
      "log", within: 1, exact: { Foundation.log($0) }, by: { $0.logarithm($1, into: $2) }),
    // Below -87 the results are subnormal.
    FloatFunction(
      "sigmoid", within: 2.5, where: { !($0 < -87) }, exact: { 1 / (1 + Foundation.exp(-$0)) },
      by: { $0.sigmoid($1, into: $2) }),
    FloatFunction(
      "tanh", within: 1.5, exact: { Foundation.tanh($0) }, by: { $0.tanh($1, into: $2) }),
    // The binary cross-entropy of the target 0 is log(1 + exp(x)).
    FloatFunction(
      "log(1 + exp x)", within: 3, where: { $0.isFinite && $0 > -87 },
      exact: { max($0, 0) + log1p(Foundation.exp(-abs($0))) },
      by: { kernels, x, y in
        kernels.sigmoidCrossEntropy(logits: x, targets: zeros, losses: y, gradient: x, scale: 1)
      }),
  ]

  /// Below -87 the exponentials that are multiplied are no normal numbers.
  private init(curve: Curve) {
    self.init(
      curve.testDescription, within: curve.ulps,
      where: {
        $0.isFinite && $0 > -87
          && curve.exact(Double($0)).magnitude >= Double(Float.leastNormalMagnitude)
      }, exact: curve.exact, by: curve.run)
  }

  /// As many as are computed at once.
  static let block = 1 << 16
  private static let zeros = Buffer([[Float](repeating: 0, count: block)]).slices[0]
}

/// The system's library in double precision is the judge: its own error is far below an ulp of
/// a float. Every 2039th bit pattern is tried, some 2 million of them; `OVERFIT_ULP_STRIDE` names
/// another step, 1 for all.
@Suite("Accuracy of float functions")
struct FunctionAccuracyTests {
  private static let step =
    ProcessInfo.processInfo.environment["OVERFIT_ULP_STRIDE"].flatMap { UInt64($0) } ?? 2039

  /// Every 8191st, for tests of other figures.
  static let everyPattern = stride(from: UInt32(0), through: .max - 8191, by: 8191)
    .map { Float(bitPattern: $0) }

  @Test("is within the stated bound over all bit patterns", arguments: FloatFunction.all)
  func accuracy(function: FloatFunction) {
    var (worst, place) = (0.0, Float(0))
    let block = FloatFunction.block
    let buffer = Buffer([[Float](repeating: 0, count: block), [Float](repeating: 0, count: block)])
    let (x, y) = (buffer.slices[0], buffer.slices[1])
    var inputs = [Float](repeating: 0, count: block)
    var pattern: UInt64 = 0
    while pattern <= UInt64(UInt32.max) {
      for index in 0..<block {
        inputs[index] = Float(bitPattern: UInt32(min(pattern, UInt64(UInt32.max))))
        pattern += Self.step
      }
      x.write(inputs)
      function.kernel(.selected, x, y)
      for index in 0..<block where function.domain(inputs[index]) {
        let ulps = y.base[index].ulps(from: function.exact(Double(inputs[index])))
        if ulps > worst { (worst, place) = (ulps, inputs[index]) }
      }
    }
    if Self.step != 2039 { print("\(function.testDescription): \(worst) ulp at \(place)") }
    #expect(worst <= function.bound, "at \(place)")
  }

  @Test("special values go where they belong", arguments: Kernels.available.map(\.path))
  func specials(path: ProcessorPath) {
    let inputs: [Float] = [0, -0.0, .infinity, -.infinity, 89, -104, 1]
    let exp = values(inputs, path: path) { $0.exponential($1, into: $2) }
    #expect(exp[..<6] == [1, 1, .infinity, 0, .infinity, 0])
    let log = values(inputs, path: path) { $0.logarithm($1, into: $2) }
    #expect(log[..<3] == [-.infinity, -.infinity, .infinity])
    #expect(log[3].isNaN && log[5].isNaN && log[6] == 0)
    let tanh = values(inputs, path: path) { $0.tanh($1, into: $2) }
    #expect(tanh[..<6] == [0, 0, 1, -1, 1, -1])
    #expect(tanh[1].sign == .minus)
    let sigmoid = values(inputs, path: path) { $0.sigmoid($1, into: $2) }
    #expect(sigmoid[..<4] == [0.5, 0.5, 1, 0])
    let relu = values([-0.0, .nan, -3, 3], path: path) { $0.relu($1, into: $2) }
    #expect(relu == [0, 0, 0, 3] && relu[0].sign == .plus)
  }
}
