/// The table of what a plan can compute between two places, forward and backward.
///
/// Each operation is one file: a struct of places and sizes with its forward and its backward
/// side by side. It is trivially copied, so running one allocates and retains nothing. A plan runs
/// them as ``PlacedOperation``.
enum Operation: Sendable {
  case dense(DenseOperation)
  case activation(ActivationOperation)
  case dropout(DropoutOperation)
  case batchNorm(BatchNormOperation)
  case gaussianNoise(GaussianNoiseOperation)
  case convolution(ConvolutionOperation)
  case pooling(PoolingOperation)

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
