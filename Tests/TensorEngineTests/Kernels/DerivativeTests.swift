import Foundation
import TensorEngine
import Testing

/// Each derivative is compared with the central difference of its function in double precision.
@Suite("Derivatives of activations")
struct DerivativeTests {
  static let inputs: [Float] = [-3, -1, -0.2, 0.1, 0.7, 2.5]
  static let upstream: [Float] = [1, -2, 0.5, 3, -1, 0.25]

  private func check(
    of function: (Double) -> Double,
    equals kernel: (Kernels, FloatSlice, FloatSlice, FloatSlice) -> Void
  ) {
    let outputs = Self.inputs.map { Float(function(Double($0))) }
    let buffer = Buffer([outputs, Self.upstream, Self.upstream])
    kernel(Kernels.selected, buffer.slices[0], buffer.slices[1], buffer.slices[2])
    for index in Self.inputs.indices {
      let x = Double(Self.inputs[index])
      let slope = (function(x + 1e-5) - function(x - 1e-5)) / 2e-5
      let exact = slope * Double(Self.upstream[index])
      #expect(abs(Double(buffer.slices[2][index]) - exact) < 1e-6)
    }
  }

  @Test("sigmoid")
  func sigmoid() {
    check(
      of: { 1 / (1 + Foundation.exp(-$0)) },
      equals: { $0.sigmoidBackward(output: $1, gradient: $2, into: $3) })
  }

  @Test("tanh")
  func tanh() {
    check(
      of: { Foundation.tanh($0) },
      equals: { $0.tanhBackward(output: $1, gradient: $2, into: $3) })
  }

  @Test("relu")
  func relu() {
    check(of: { max($0, 0) }, equals: { $0.reluBackward(output: $1, gradient: $2, into: $3) })
  }

  @Test("softmax")
  func softmax() {
    func weighted(_ z: [Double]) -> Double {
      let e = z.map { Foundation.exp($0) }
      let sum = e.reduce(0, +)
      return zip(e, Self.upstream).map { $0 / sum * Double($1) }.reduce(0, +)
    }
    let z = Self.inputs.map { Double($0) }
    let outputs = values(Self.inputs) { $0.softmax($1, into: $2, rows: 1, columns: 6) }
    let buffer = Buffer([outputs, Self.upstream, outputs])
    Kernels.selected.softmaxBackward(
      output: buffer.slices[0], gradient: buffer.slices[1], into: buffer.slices[2], rows: 1,
      columns: 6)
    for index in z.indices {
      var (above, below) = (z, z)
      above[index] += 1e-5
      below[index] -= 1e-5
      let exact = (weighted(above) - weighted(below)) / 2e-5
      #expect(abs(Double(buffer.slices[2][index]) - exact) < 1e-6)
    }
  }
}
