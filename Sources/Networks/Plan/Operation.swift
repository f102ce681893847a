/// The table of what a plan can compute between two places, forward and backward.
///
/// Each operation is one file: a struct of places and sizes with its forward and its backward
/// side by side. It is trivially copied, so running one allocates and retains nothing.
enum Operation: Sendable {
  case dense(DenseOperation)
  case activation(ActivationOperation)
  case dropout(DropoutOperation)
  case batchNorm(BatchNormOperation)
  case gaussianNoise(GaussianNoiseOperation)
  case convolution(ConvolutionOperation)
  case pooling(PoolingOperation)

  @inline(__always)
  func forward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    switch self {
    case .dense(let operation): operation.forward(context, chunk: chunk, of: chunks)
    case .activation(let operation): operation.forward(context, chunk: chunk, of: chunks)
    case .dropout(let operation): operation.forward(context, chunk: chunk, of: chunks)
    case .batchNorm(let operation): operation.forward(context, chunk: chunk, of: chunks)
    case .gaussianNoise(let operation): operation.forward(context, chunk: chunk, of: chunks)
    case .convolution(let operation): operation.forward(context, chunk: chunk, of: chunks)
    case .pooling(let operation): operation.forward(context, chunk: chunk, of: chunks)
    }
  }

  @inline(__always)
  func backward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    switch self {
    case .dense(let operation): operation.backward(context, chunk: chunk, of: chunks)
    case .activation(let operation): operation.backward(context, chunk: chunk, of: chunks)
    case .dropout(let operation): operation.backward(context, chunk: chunk, of: chunks)
    case .batchNorm(let operation): operation.backward(context, chunk: chunk, of: chunks)
    case .gaussianNoise(let operation): operation.backward(context, chunk: chunk, of: chunks)
    case .convolution(let operation): operation.backward(context, chunk: chunk, of: chunks)
    case .pooling(let operation): operation.backward(context, chunk: chunk, of: chunks)
    }
  }

  /// The work of a forward pass, in floating-point operations of a matrix product.
  @inline(__always)
  func forwardWork(rows: Int) -> Int {
    switch self {
    case .dense(let operation): operation.forwardWork(rows: rows)
    case .activation(let operation): operation.forwardWork(rows: rows)
    case .dropout(let operation): operation.forwardWork(rows: rows)
    case .batchNorm(let operation): operation.forwardWork(rows: rows)
    case .gaussianNoise(let operation): operation.forwardWork(rows: rows)
    case .convolution(let operation): operation.forwardWork(rows: rows)
    case .pooling(let operation): operation.forwardWork(rows: rows)
    }
  }

  /// The work of a backward pass, in the same unit.
  @inline(__always)
  func backwardWork(rows: Int) -> Int {
    switch self {
    case .dense(let operation): operation.backwardWork(rows: rows)
    case .activation(let operation): operation.backwardWork(rows: rows)
    case .dropout(let operation): operation.backwardWork(rows: rows)
    case .batchNorm(let operation): operation.backwardWork(rows: rows)
    case .gaussianNoise(let operation): operation.backwardWork(rows: rows)
    case .convolution(let operation): operation.backwardWork(rows: rows)
    case .pooling(let operation): operation.backwardWork(rows: rows)
    }
  }

  /// The values between input and output of an operation over images, which may run for a few
  /// examples at a time together with those around it; nil for all others.
  var imageFloats: Int? {
    switch self {
    case .convolution(let operation): operation.input.width + operation.output.width
    case .pooling(let operation): operation.input.width + operation.output.width
    case .activation(let operation): operation.isForwardFused ? 0 : nil
    case .dense, .dropout, .batchNorm, .gaussianNoise: nil
    }
  }
}
