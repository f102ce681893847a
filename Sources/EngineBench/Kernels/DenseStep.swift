import TensorEngine

/// One training step of a network of dense layers, written out as the kernels that it takes:
/// how fast training can be before anything above the kernels costs time.
///
/// Hidden layers use tanh; the loss is sigmoid cross-entropy for one output, else softmax
/// cross-entropy.
struct DenseStep: Sendable {
  static let adamStep = AdamStep(
    learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, number: 1)

  let sizes: [Int]
  let batch: Int
  let usesAdam: Bool

  private var layers: Int { sizes.count - 1 }
  private func weights(_ layer: Int) -> Int { 8 * layer }
  private func bias(_ layer: Int) -> Int { 8 * layer + 4 }
  private func output(_ layer: Int) -> Int { 8 * layers + 2 * layer + 2 }
  private func gradient(_ layer: Int) -> Int { output(layer) + 1 }
  private var targets: Int { output(layers) }
  private var losses: Int { output(layers) + 1 }

  var kernelCase: KernelCase {
    let pairs = zip(sizes, sizes.dropFirst())
    return KernelCase(
      name: "step \(sizes.map { String($0) }.joined(separator: "-"))",
      work: .multiplyAdds(
        pairs.map { 3 * batch * $0 * $1 }.reduce(0, +) - batch * sizes[0] * sizes[1]),
      operands: operands, run: run)
  }

  /// For each layer its weights, their mean, variance and gradient, and the same of the bias;
  /// then the input with an unused gradient, for each layer output and gradient; targets, losses.
  private var operands: [Operand] {
    var operands: [Operand] = []
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      for count in [inputs * outputs, outputs] {
        operands += [.signed(count), .zeros(count), .zeros(count), .zeros(count)]
      }
    }
    for size in sizes { operands += [.signed(batch * size), .zeros(batch * size)] }
    return operands + [.positive(batch), .zeros(batch)]
  }

  private func run(_ kernels: Kernels, _ memory: Workspace) {
    for layer in 0..<layers { forward(layer, kernels, memory) }
    let last = layers - 1
    if sizes[layers] == 1 {
      kernels.sigmoidCrossEntropy(
        logits: memory[output(last)], targets: memory[targets], losses: memory[losses],
        gradient: memory[gradient(last)], scale: 1 / Float(batch))
    } else {
      kernels.softmaxCrossEntropy(
        logits: memory[output(last)], classes: memory.classes, losses: memory[losses],
        gradient: memory[gradient(last)], rows: batch, columns: sizes[layers],
        scale: 1 / Float(batch))
    }
    for layer in (0..<layers).reversed() { backward(layer, kernels, memory) }
    for layer in 0..<layers {
      update(weights(layer), kernels, memory)
      update(bias(layer), kernels, memory)
    }
  }

  private func forward(_ layer: Int, _ kernels: Kernels, _ memory: Workspace) {
    let y = memory[output(layer)]
    kernels.matrixProduct(
      memory[output(layer - 1)], memory[weights(layer)], into: y,
      MatrixProduct(rows: batch, columns: sizes[layer + 1], depth: sizes[layer]),
      start: .bias(memory[bias(layer)]))
    if layer < layers - 1 { kernels.tanh(y, into: y) }
  }

  private func backward(_ layer: Int, _ kernels: Kernels, _ memory: Workspace) {
    let (inputs, outputs) = (sizes[layer], sizes[layer + 1])
    let dy = memory[gradient(layer)]
    if layer < layers - 1 {
      kernels.tanhBackward(output: memory[output(layer)], gradient: dy, into: dy)
    }
    kernels.matrixProduct(
      memory[output(layer - 1)], dy, into: memory[weights(layer) + 3],
      MatrixProduct(.firstTransposed, rows: inputs, columns: outputs, depth: batch))
    kernels.columnSums(of: dy, into: memory[bias(layer) + 3], rows: batch, columns: outputs)
    if layer > 0 {
      kernels.matrixProduct(
        dy, memory[weights(layer)], into: memory[gradient(layer - 1)],
        MatrixProduct(.secondTransposed, rows: batch, columns: inputs, depth: outputs))
    }
  }

  private func update(_ first: Int, _ kernels: Kernels, _ memory: Workspace) {
    if usesAdam {
      kernels.adam(
        memory[first], mean: memory[first + 1], variance: memory[first + 2],
        gradient: memory[first + 3], Self.adamStep)
    } else {
      kernels.momentum(
        memory[first], velocity: memory[first + 1], gradient: memory[first + 3], rate: 0.1,
        momentum: 0.9)
    }
  }
}
