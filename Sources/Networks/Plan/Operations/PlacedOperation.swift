/// Where an operation of a plan lies: it is run in its place, for a copy takes longer than the
/// whole operation in a tiny network.
enum PlacedOperation: @unchecked Sendable {
  case dense(UnsafePointer<DenseOperation>)
  case activation(UnsafePointer<ActivationOperation>)
  case dropout(UnsafePointer<DropoutOperation>)
  case batchNorm(UnsafePointer<BatchNormOperation>)
  case gaussianNoise(UnsafePointer<GaussianNoiseOperation>)
  case convolution(UnsafePointer<ConvolutionOperation>)
  case pooling(UnsafePointer<PoolingOperation>)

  /// The operation where it is a dense layer's.
  var dense: UnsafePointer<DenseOperation>? {
    if case .dense(let operation) = self { operation } else { nil }
  }

  /// Hands the operation to a task with its own type, so that each call in it is a direct one.
  @inline(__always)
  private func perform<Task: OperationTask>(_ task: Task) -> Task.Result {
    switch self {
    case .dense(let operation): task(operation)
    case .activation(let operation): task(operation)
    case .dropout(let operation): task(operation)
    case .batchNorm(let operation): task(operation)
    case .gaussianNoise(let operation): task(operation)
    case .convolution(let operation): task(operation)
    case .pooling(let operation): task(operation)
    }
  }

  @inline(__always)
  func forward(_ context: PlanContext, _ part: Part) {
    perform(Forward(context: context, part: part))
  }

  @inline(__always)
  func backward(_ context: PlanContext, _ part: Part) {
    perform(Backward(context: context, part: part))
  }

  @inline(__always)
  func forwardWork(rows: Int) -> Int { perform(ForwardWork(rows: rows)) }

  @inline(__always)
  func backwardWork(rows: Int) -> Int { perform(BackwardWork(rows: rows)) }
}

/// What is done with an operation, whatever its type: a closure over all types, which Swift has
/// not.
private protocol OperationTask {
  associatedtype Result

  func callAsFunction(_ operation: UnsafePointer<some PlanOperation>) -> Result
}

private struct Forward: OperationTask {
  let context: PlanContext
  let part: Part

  @inline(__always)
  func callAsFunction(_ operation: UnsafePointer<some PlanOperation>) {
    operation.pointee.forward(context, part)
  }
}

private struct Backward: OperationTask {
  let context: PlanContext
  let part: Part

  @inline(__always)
  func callAsFunction(_ operation: UnsafePointer<some PlanOperation>) {
    operation.pointee.backward(context, part)
  }
}

private struct ForwardWork: OperationTask {
  let rows: Int

  @inline(__always)
  func callAsFunction(_ operation: UnsafePointer<some PlanOperation>) -> Int {
    operation.pointee.forwardWork(rows: rows)
  }
}

private struct BackwardWork: OperationTask {
  let rows: Int

  @inline(__always)
  func callAsFunction(_ operation: UnsafePointer<some PlanOperation>) -> Int {
    operation.pointee.backwardWork(rows: rows)
  }
}
