import TensorEngine
import Testing

/// One kernel with the slices that it works on, all of one length.
struct VectorKernel: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let slices: Int
  let run: @Sendable (Kernels, [FloatSlice]) -> Void

  init(
    _ name: String, slices: Int = 2, _ run: @escaping @Sendable (Kernels, [FloatSlice]) -> Void
  ) {
    testDescription = name
    self.slices = slices
    self.run = run
  }

  static let elementwise = shared + steps

  private static let shared = [
    VectorKernel("exponential") { $0.exponential($1[0], into: $1[1]) },
    VectorKernel("logarithm") { $0.logarithm($1[0], into: $1[1]) },
    VectorKernel("sigmoid") { $0.sigmoid($1[0], into: $1[1]) },
    VectorKernel("tanh") { $0.tanh($1[0], into: $1[1]) },
    VectorKernel("relu") { $0.relu($1[0], into: $1[1]) },
    VectorKernel("sigmoid backward", slices: 3) {
      $0.sigmoidBackward(output: $1[0], gradient: $1[1], into: $1[2])
    },
    VectorKernel("tanh backward", slices: 3) {
      $0.tanhBackward(output: $1[0], gradient: $1[1], into: $1[2])
    },
    VectorKernel("relu backward", slices: 3) {
      $0.reluBackward(output: $1[0], gradient: $1[1], into: $1[2])
    },
    VectorKernel("dropout backward", slices: 4) {
      $0.dropoutBackward(rectified: $1[0], mask: $1[1], gradient: $1[2], into: $1[3])
    },
    VectorKernel("leaky relu") { $0.leakyRelu($1[0], slope: 0.2, into: $1[1]) },
    VectorKernel("leaky relu backward", slices: 3) {
      $0.leakyReluBackward($1[0], slope: 0.2, gradient: $1[1], into: $1[2])
    },
    VectorKernel("elu") { $0.elu($1[0], into: $1[1]) },
    VectorKernel("elu backward", slices: 3) {
      $0.eluBackward($1[0], gradient: $1[1], into: $1[2])
    },
    VectorKernel("selu") { $0.selu($1[0], into: $1[1]) },
    VectorKernel("selu backward", slices: 3) {
      $0.seluBackward($1[0], gradient: $1[1], into: $1[2])
    },
    VectorKernel("gelu") { $0.gelu($1[0], into: $1[1]) },
    VectorKernel("gelu backward", slices: 3) {
      $0.geluBackward($1[0], gradient: $1[1], into: $1[2])
    },
    VectorKernel("swish") { $0.swish($1[0], into: $1[1]) },
    VectorKernel("swish backward", slices: 3) {
      $0.swishBackward($1[0], gradient: $1[1], into: $1[2])
    },
    VectorKernel("softplus") { $0.softplus($1[0], into: $1[1]) },
    VectorKernel("softplus backward", slices: 3) {
      $0.softplusBackward($1[0], gradient: $1[1], into: $1[2])
    },
    VectorKernel("sigmoid cross-entropy", slices: 4) {
      $0.sigmoidCrossEntropy(
        logits: $1[0], targets: $1[1], losses: $1[2], gradient: $1[3], scale: 0.3)
    },
    VectorKernel("squared error", slices: 4) {
      $0.squaredError($1[0], targets: $1[1], losses: $1[2], gradient: $1[3], scale: 0.3)
    },
    VectorKernel("absolute error", slices: 4) {
      $0.absoluteError($1[0], targets: $1[1], losses: $1[2], gradient: $1[3], scale: 0.3)
    },
    VectorKernel("hinge", slices: 4) {
      $0.hinge($1[0], targets: $1[1], losses: $1[2], gradient: $1[3], scale: 0.3)
    },
    VectorKernel("affine") { $0.affine($1[0], times: 0.9, plus: 0.05, into: $1[1]) },
    VectorKernel("scale") { $0.scale($1[0], by: 0.7, into: $1[1]) },
    VectorKernel("add") { $0.add($1[0], to: $1[1]) },
    VectorKernel("add scaled") { $0.addScaled($1[0], times: 0.7, to: $1[1]) },
    VectorKernel("add signs") { $0.addSigns(of: $1[0], times: 0.7, to: $1[1]) },
    VectorKernel("soft threshold") { $0.softThreshold($1[0], by: 0.3) },
    VectorKernel("multiply", slices: 3) { $0.multiply($1[0], $1[1], into: $1[2]) },
    VectorKernel("fill", slices: 1) { $0.fill($1[0], with: 0.7) },
    VectorKernel("copy") { $0.copy($1[0], into: $1[1]) },
    VectorKernel("sgd") { $0.sgd($1[0], gradient: $1[1], rate: 0.1) },
    VectorKernel("momentum", slices: 3) {
      $0.momentum($1[0], velocity: $1[1], gradient: $1[2], rate: 0.1, momentum: 0.9)
    },
    VectorKernel("nesterov", slices: 3) {
      $0.nesterov($1[0], velocity: $1[1], gradient: $1[2], rate: 0.1, momentum: 0.9)
    },
    VectorKernel("adam", slices: 4) {
      let step = AdamStep(learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, number: 3)
      $0.adam($1[0], mean: $1[1], variance: $1[2], gradient: $1[3], step)
    },
  ]

  static let reductions = [
    VectorKernel("sum") { $1[1][0] = $0.sum($1[0]) },
    VectorKernel("sum of squares") { $1[1][0] = $0.sumOfSquares($1[0]) },
    VectorKernel("sum of magnitudes") { $1[1][0] = $0.sumOfMagnitudes($1[0]) },
    VectorKernel("dot product", slices: 3) { $1[1][0] = $0.dotProduct($1[0], $1[2]) },
  ]
}

@Suite("Vector kernels")
struct VectorKernelTests {
  @Test("keep the sign of a zero that underflow left in a lane", arguments: fastPaths)
  func keepZeroSigns(path: ProcessorPath) {
    let tiny = [Float](repeating: -0x1p-130, count: 64) + [0x1p-130]
    let other = [Float](repeating: 0x1p-130, count: 64) + [-0x1p-130]
    expectPlainBits(path, "dot product", [tiny, other, [0]]) { kernels, slices in
      slices[2][0] = kernels.dotProduct(slices[0], slices[1])
    }
  }

  @Test("may write over their operand", arguments: Kernels.available.map(\.path))
  func inPlace(path: ProcessorPath) throws {
    let kernels = try #require(Kernels.path(path))
    let values = Numbers.ordinary.values(77, seed: 5)
    let buffer = Buffer([values, values, values])
    let (x, y, z) = (buffer.slices[0], buffer.slices[1], buffer.slices[2])
    kernels.tanh(x, into: y)
    kernels.tanh(x, into: x)
    #expect(x.array == y.array)
    kernels.tanhBackward(output: x, gradient: z, into: y)
    kernels.tanhBackward(output: x, gradient: z, into: z)
    #expect(y.array == z.array)
  }
}
