import TensorEngine

/// What flows between two operations for one batch: values `[rows, width]`, and the gradient of
/// the loss by them, which the examples themselves do not need.
struct Flow {
  let value: FloatSlice
  let gradient: FloatSlice?
  let width: Int

  func values(rows: Int) -> FloatSlice { value[0..<rows * width] }
  func gradients(rows: Int) -> FloatSlice? { gradient?[0..<rows * width] }
}

/// A parameter and its gradient, side by side in the arena.
struct PlannedParameter {
  let value: FloatSlice
  let gradient: FloatSlice
  let penalty: Penalty
}

/// One step of a plan, over memory that was laid out before the first batch. All payloads are
/// trivial: running one allocates and retains nothing.
enum Operation {
  case dense(DenseOperation)
  case activation(ActivationOperation)
  case dropout(DropoutOperation)

  /// Computes the output of `rows` rows. `step` numbers the dropout masks; nil drops nothing.
  func forward(rows: Int, step: Int?, _ kernels: Kernels, _ pool: ThreadPool) {
    switch self {
    case .dense(let operation): operation.forward(rows: rows, kernels, pool)
    case .activation(let operation): operation.forward(rows: rows, kernels)
    case .dropout(let operation): operation.forward(rows: rows, step: step, kernels)
    }
  }

  /// Computes the gradients by the input and by the parameters from the gradient by the output.
  func backward(rows: Int, step: Int?, _ kernels: Kernels, _ pool: ThreadPool) {
    switch self {
    case .dense(let operation): operation.backward(rows: rows, kernels, pool)
    case .activation(let operation): operation.backward(rows: rows, kernels)
    case .dropout(let operation): operation.backward(rows: rows, step: step, kernels)
    }
  }
}

/// y = x · W + b, without the activation.
struct DenseOperation {
  let input: Flow
  let output: Flow
  let kernel: PlannedParameter
  let bias: PlannedParameter?

  /// Below this many multiplications and additions a second thread costs more than it gives.
  private static let parallelThreshold = 500_000

  func forward(rows: Int, _ kernels: Kernels, _ pool: ThreadPool) {
    let product = MatrixProduct(rows: rows, columns: output.width, depth: input.width)
    let (x, y) = (input.values(rows: rows), output.values(rows: rows))
    let start = bias.map { MatrixProduct.Start.bias($0.value) } ?? .zero
    let weights = kernel.value
    Self.split(product, pool) { part in
      kernels.matrixProduct(x, weights, into: y, product, start: start, rows: part)
    }
  }

  func backward(rows: Int, _ kernels: Kernels, _ pool: ThreadPool) {
    guard let dy = output.gradients(rows: rows) else { return }
    let x = input.values(rows: rows)
    let byKernel = MatrixProduct(
      .firstTransposed, rows: input.width, columns: output.width, depth: rows)
    let kernelGradient = kernel.gradient
    Self.split(byKernel, pool) { part in
      kernels.matrixProduct(x, dy, into: kernelGradient, byKernel, start: .zero, rows: part)
    }
    if let bias {
      kernels.columnSums(of: dy, into: bias.gradient, rows: rows, columns: output.width)
    }
    guard let dx = input.gradients(rows: rows) else { return }
    let byInput = MatrixProduct(
      .secondTransposed, rows: rows, columns: input.width, depth: output.width)
    let weights = kernel.value
    Self.split(byInput, pool) { part in
      kernels.matrixProduct(dy, weights, into: dx, byInput, start: .zero, rows: part)
    }
  }

  /// Does a product in one piece, or cut across its rows where that pays.
  private static func split(
    _ product: MatrixProduct, _ pool: ThreadPool, _ work: @Sendable (Range<Int>) -> Void
  ) {
    let operations = 2 * product.rows * product.columns * product.depth
    guard pool.threads > 1, operations >= parallelThreshold, product.rows >= pool.threads else {
      return work(0..<product.rows)
    }
    let chunks = pool.threads
    let rows = product.rows
    pool.run(chunks: chunks) { work(ThreadPool.range(ofChunk: $0, of: chunks, count: rows)) }
  }
}

/// y = f(x), in place where input and output are the same flow.
struct ActivationOperation {
  let activation: Activation
  let input: Flow
  let output: Flow

  func forward(rows: Int, _ kernels: Kernels) {
    let (x, y) = (input.values(rows: rows), output.values(rows: rows))
    switch activation {
    case .sigmoid: kernels.sigmoid(x, into: y)
    case .tanh: kernels.tanh(x, into: y)
    case .relu: kernels.relu(x, into: y)
    case .softmax: kernels.softmax(x, into: y, rows: rows, columns: output.width)
    case .linear: if input.value.base != output.value.base { kernels.copy(x, into: y) }
    }
  }

  func backward(rows: Int, _ kernels: Kernels) {
    guard let dy = output.gradients(rows: rows), let dx = input.gradients(rows: rows) else {
      return
    }
    let y = output.values(rows: rows)
    switch activation {
    case .sigmoid: kernels.sigmoidBackward(output: y, gradient: dy, into: dx)
    case .tanh: kernels.tanhBackward(output: y, gradient: dy, into: dx)
    case .relu: kernels.reluBackward(output: y, gradient: dy, into: dx)
    case .softmax:
      kernels.softmaxBackward(
        output: y, gradient: dy, into: dx, rows: rows, columns: output.width)
    case .linear: if dx.base != dy.base { kernels.copy(dy, into: dx) }
    }
  }
}

/// y = x · mask, with a fresh mask of 0 and 1 / (1 - rate) in each step; y = x in inference.
struct DropoutOperation {
  let input: Flow
  let output: Flow
  let mask: FloatSlice
  let rate: Double
  /// "dropout 1/step ", to which the number of the step is added.
  let stream: RandomStream

  func forward(rows: Int, step: Int?, _ kernels: Kernels) {
    let (x, y) = (input.values(rows: rows), output.values(rows: rows))
    guard let step else { return kernels.copy(x, into: y) }
    let mask = mask[0..<rows * output.width]
    kernels.dropoutMask(mask, rate: rate, stream: stream.numbered(step))
    kernels.multiply(x, mask, into: y)
  }

  func backward(rows: Int, step: Int?, _ kernels: Kernels) {
    guard let dy = output.gradients(rows: rows), let dx = input.gradients(rows: rows) else {
      return
    }
    guard step != nil else { return kernels.copy(dy, into: dx) }
    kernels.multiply(dy, mask[0..<rows * output.width], into: dx)
  }
}
