/// Where an operation of a plan lies: it is run in its place, for a copy takes longer than the
/// whole operation in a tiny network.
enum PlacedOperation: @unchecked Sendable {
  case dense(UnsafeMutablePointer<DenseOperation>)
  case activation(UnsafeMutablePointer<ActivationOperation>)
  case dropout(UnsafeMutablePointer<DropoutOperation>)
  case batchNorm(UnsafeMutablePointer<BatchNormOperation>)
  case gaussianNoise(UnsafeMutablePointer<GaussianNoiseOperation>)
  case convolution(UnsafeMutablePointer<ConvolutionOperation>)
  case pooling(UnsafeMutablePointer<PoolingOperation>)

  /// Puts an operation into memory of its own.
  init(_ operation: Operation) {
    switch operation {
    case .dense(let operation): self = .dense(Self.place(operation))
    case .activation(let operation): self = .activation(Self.place(operation))
    case .dropout(let operation): self = .dropout(Self.place(operation))
    case .batchNorm(let operation): self = .batchNorm(Self.place(operation))
    case .gaussianNoise(let operation): self = .gaussianNoise(Self.place(operation))
    case .convolution(let operation): self = .convolution(Self.place(operation))
    case .pooling(let operation): self = .pooling(Self.place(operation))
    }
  }

  private static func place<Element>(_ element: Element) -> UnsafeMutablePointer<Element> {
    let place = UnsafeMutablePointer<Element>.allocate(capacity: 1)
    place.initialize(to: element)
    return place
  }

  /// Gives the memory back; operations are trivial, so nothing else is left to do.
  func deallocate() {
    switch self {
    case .dense(let operation): operation.deallocate()
    case .activation(let operation): operation.deallocate()
    case .dropout(let operation): operation.deallocate()
    case .batchNorm(let operation): operation.deallocate()
    case .gaussianNoise(let operation): operation.deallocate()
    case .convolution(let operation): operation.deallocate()
    case .pooling(let operation): operation.deallocate()
    }
  }

  @inline(__always)
  func forward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    switch self {
    case .dense(let operation): operation.pointee.forward(context, chunk: chunk, of: chunks)
    case .activation(let operation): operation.pointee.forward(context, chunk: chunk, of: chunks)
    case .dropout(let operation): operation.pointee.forward(context, chunk: chunk, of: chunks)
    case .batchNorm(let operation): operation.pointee.forward(context, chunk: chunk, of: chunks)
    case .gaussianNoise(let operation): operation.pointee.forward(context, chunk: chunk, of: chunks)
    case .convolution(let operation): operation.pointee.forward(context, chunk: chunk, of: chunks)
    case .pooling(let operation): operation.pointee.forward(context, chunk: chunk, of: chunks)
    }
  }

  @inline(__always)
  func backward(_ context: PlanContext, chunk: Int, of chunks: Int) {
    switch self {
    case .dense(let operation): operation.pointee.backward(context, chunk: chunk, of: chunks)
    case .activation(let operation): operation.pointee.backward(context, chunk: chunk, of: chunks)
    case .dropout(let operation): operation.pointee.backward(context, chunk: chunk, of: chunks)
    case .batchNorm(let operation): operation.pointee.backward(context, chunk: chunk, of: chunks)
    case .gaussianNoise(let operation):
      operation.pointee.backward(context, chunk: chunk, of: chunks)
    case .convolution(let operation): operation.pointee.backward(context, chunk: chunk, of: chunks)
    case .pooling(let operation): operation.pointee.backward(context, chunk: chunk, of: chunks)
    }
  }

  /// The work of a forward pass, in floating-point operations of a matrix product.
  @inline(__always)
  func forwardWork(rows: Int) -> Int {
    switch self {
    case .dense(let operation): operation.pointee.forwardWork(rows: rows)
    case .activation(let operation): operation.pointee.forwardWork(rows: rows)
    case .dropout(let operation): operation.pointee.forwardWork(rows: rows)
    case .batchNorm(let operation): operation.pointee.forwardWork(rows: rows)
    case .gaussianNoise(let operation): operation.pointee.forwardWork(rows: rows)
    case .convolution(let operation): operation.pointee.forwardWork(rows: rows)
    case .pooling(let operation): operation.pointee.forwardWork(rows: rows)
    }
  }

  /// The work of a backward pass, in the same unit.
  @inline(__always)
  func backwardWork(rows: Int) -> Int {
    switch self {
    case .dense(let operation): operation.pointee.backwardWork(rows: rows)
    case .activation(let operation): operation.pointee.backwardWork(rows: rows)
    case .dropout(let operation): operation.pointee.backwardWork(rows: rows)
    case .batchNorm(let operation): operation.pointee.backwardWork(rows: rows)
    case .gaussianNoise(let operation): operation.pointee.backwardWork(rows: rows)
    case .convolution(let operation): operation.pointee.backwardWork(rows: rows)
    case .pooling(let operation): operation.pointee.backwardWork(rows: rows)
    }
  }
}
