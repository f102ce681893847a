import Foundation
import TensorEngine
import Testing

/// The system's library in double precision is the judge: its own error is far below an ulp of
/// a float. Every 8191st bit pattern of the range is tried, some 500,000 of them.
@Suite("Accuracy of float functions")
struct FunctionAccuracyTests {
  static let everyPattern = stride(from: UInt32(0), through: .max - 8191, by: 8191)
    .map { Float(bitPattern: $0) }

  private static func worst(
    over inputs: [Float], exact: (Double) -> Double,
    kernel: (Kernels, FloatSlice, FloatSlice) -> Void
  ) -> Double {
    let results = values(inputs, kernel)
    return zip(inputs, results).map { $1.ulps(from: exact(Double($0))) }.max() ?? 0
  }

  @Test("exp is within 1 ulp, subnormal results included")
  func exponential() {
    let worst = Self.worst(
      over: Self.everyPattern, exact: { Foundation.exp($0) },
      kernel: { $0.exponential($1, into: $2) })
    #expect(worst <= 1)
  }

  @Test("log is within 1 ulp")
  func logarithm() {
    let worst = Self.worst(
      over: Self.everyPattern, exact: { Foundation.log($0) },
      kernel: { $0.logarithm($1, into: $2) })
    #expect(worst <= 1)
  }

  @Test("sigmoid is within 2.5 ulp above -87, where its results are normal")
  func sigmoid() {
    let worst = Self.worst(
      over: Self.everyPattern.filter { $0 > -87 }, exact: { 1 / (1 + Foundation.exp(-$0)) },
      kernel: { $0.sigmoid($1, into: $2) })
    #expect(worst <= 2.5)
  }

  @Test("tanh is within 1.5 ulp")
  func tanh() {
    let worst = Self.worst(
      over: Self.everyPattern, exact: { Foundation.tanh($0) },
      kernel: { $0.tanh($1, into: $2) })
    #expect(worst <= 1.5)
  }

  @Test("special values go where they belong", arguments: Kernels.available.map(\.path))
  func specials(path: KernelPath) {
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
