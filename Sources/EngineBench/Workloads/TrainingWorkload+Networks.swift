import Networks
import TensorEngine

extension TrainingWorkload {
  /// The Adam of all workloads; its ε is that of the original article, not Keras's.
  private static let adam = Optimizer.adam(Adam(epsilon: 1e-8))

  static func circlesSmall() throws -> TrainingWorkload {
    TrainingWorkload(
      examples: try WorkloadData.circles(seed: 1), test: try WorkloadData.circles(seed: 2),
      layers: [
        Dense(units: 8, activation: .tanh), Dense(units: 8, activation: .tanh),
        Dense(units: 1, activation: .sigmoid),
      ],
      settings: TrainingSettings(
        epochs: 100, batchSize: 10, optimizer: .sgd(SGD(learningRate: 0.1, momentum: 0.9))))
  }

  /// "L2 = c" there is a penalty of c/2 · Σw², which is `l2` = c/2 here.
  static func circlesWide() throws -> TrainingWorkload {
    TrainingWorkload(
      examples: try WorkloadData.circles(seed: 1), test: try WorkloadData.circles(seed: 2),
      layers: [
        Dense(units: 64, activation: .relu), Dropout(rate: 0.3),
        Dense(units: 64, activation: .relu), Dropout(rate: 0.3),
        Dense(units: 1, activation: .sigmoid),
      ],
      settings: TrainingSettings(epochs: 100, batchSize: 32, optimizer: adam, l2: 0.5e-4))
  }

  static func imagesDense() throws -> TrainingWorkload {
    TrainingWorkload(
      examples: try WorkloadData.noiseImages(count: 60_000), test: nil,
      layers: [Dense(units: 128, activation: .relu), Dense(units: 10, activation: .softmax)],
      settings: TrainingSettings(epochs: 1, batchSize: 128, optimizer: adam))
  }

  static func imagesNormalized() throws -> TrainingWorkload {
    var layers: [any Layer] = []
    for _ in 0..<2 {
      layers += [
        Dense(units: 512), BatchNorm(momentum: 0.9, epsilon: 1e-5), ActivationLayer(.relu),
        Dropout(rate: 0.2),
      ]
    }
    return TrainingWorkload(
      examples: try WorkloadData.noiseImages(count: 60_000), test: nil,
      layers: layers + [Dense(units: 10, activation: .softmax)],
      settings: TrainingSettings(epochs: 1, batchSize: 128, optimizer: adam))
  }

  static func imagesConvolved() throws -> TrainingWorkload {
    TrainingWorkload(
      examples: try WorkloadData.noiseImages(count: 10_000, shape: [28, 28, 1]), test: nil,
      layers: [
        Convolution(filters: 16, size: WindowSize(3), activation: .relu),
        MaxPooling(size: WindowSize(2)),
        Convolution(filters: 32, size: WindowSize(3), activation: .relu),
        MaxPooling(size: WindowSize(2)), Flatten(), Dense(units: 64, activation: .relu),
        Dense(units: 10, activation: .softmax),
      ],
      settings: TrainingSettings(epochs: 1, batchSize: 64, optimizer: adam))
  }
}
