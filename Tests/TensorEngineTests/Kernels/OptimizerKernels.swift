import TensorEngine

extension VectorKernel {
  private static let adamStep = AdamStep(
    learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, number: 3, weightDecay: 0.3)
  private static let rmspropStep = RMSpropStep(
    learningRate: 0.1, rho: 0.9, momentum: 0.5, epsilon: 1e-7, weightDecay: 0.3)
  private static let nadamStep = NadamStep(
    learningRate: 0.1, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, number: 2, weightDecay: 0.3)
  private static let decay = WeightDecay(0.3, learningRate: 0.1)

  /// The steps of the optimizers with all that they can be asked for.
  static let steps = [
    VectorKernel("sgd with weight decay") {
      $0.sgd($1[0], gradient: $1[1], rate: 0.1, decay: decay)
    },
    VectorKernel("momentum with weight decay", slices: 3) {
      $0.momentum(
        $1[0], velocity: $1[1], gradient: $1[2], rate: 0.1, momentum: 0.9, decay: decay)
    },
    VectorKernel("nesterov with weight decay", slices: 3) {
      $0.nesterov(
        $1[0], velocity: $1[1], gradient: $1[2], rate: 0.1, momentum: 0.9, decay: decay)
    },
    VectorKernel("amsgrad", slices: 5) {
      $0.adam(
        $1[0], mean: $1[1], variance: $1[2], greatest: $1[3], gradient: $1[4], adamStep)
    },
    VectorKernel("nadam", slices: 4) {
      $0.nadam($1[0], mean: $1[1], variance: $1[2], gradient: $1[3], nadamStep)
    },
    VectorKernel("rmsprop", slices: 3) {
      $0.rmsprop($1[0], square: $1[1], gradient: $1[2], rmspropStep)
    },
    VectorKernel("rmsprop with momentum", slices: 4) {
      $0.rmsprop($1[0], square: $1[1], velocity: $1[2], gradient: $1[3], rmspropStep)
    },
    VectorKernel("centered rmsprop", slices: 5) {
      $0.rmsprop(
        $1[0], square: $1[1], mean: $1[2], velocity: $1[3], gradient: $1[4], rmspropStep)
    },
    VectorKernel("adagrad", slices: 3) {
      $0.adagrad(
        $1[0], accumulator: $1[1], gradient: $1[2], rate: 0.1, epsilon: 1e-7, decay: decay)
    },
    VectorKernel("adadelta", slices: 4) {
      $0.adadelta($1[0], square: $1[1], stepSquare: $1[2], gradient: $1[3], rmspropStep)
    },
    VectorKernel("clip") { $0.clip($1[0], to: 0.7, into: $1[1]) },
  ]
}
