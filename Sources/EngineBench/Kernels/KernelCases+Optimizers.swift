import TensorEngine

extension KernelCase {
  /// The steps of the optimizers that are not in the training steps.
  static let optimizers = [
    KernelCase(
      name: "nadam", work: .elements(4096),
      operands: [.signed(4096), .signed(4096), .positive(4096), .signed(4096)],
      run: { $0.nadam($1[0], mean: $1[1], variance: $1[2], gradient: $1[3], nadamStep) }),
    KernelCase(
      name: "rmsprop", work: .elements(4096),
      operands: [.signed(4096), .positive(4096), .signed(4096)],
      run: { $0.rmsprop($1[0], square: $1[1], gradient: $1[2], rmspropStep) }),
    KernelCase(
      name: "adagrad", work: .elements(4096),
      operands: [.signed(4096), .positive(4096), .signed(4096)],
      run: { $0.adagrad($1[0], accumulator: $1[1], gradient: $1[2], rate: 0.1, epsilon: 1e-7) }),
    KernelCase(
      name: "adadelta", work: .elements(4096),
      operands: [.signed(4096), .positive(4096), .positive(4096), .signed(4096)],
      run: {
        $0.adadelta($1[0], square: $1[1], stepSquare: $1[2], gradient: $1[3], rmspropStep)
      }),
    KernelCase(
      name: "clip", work: .elements(4096), operands: [.signed(4096), .zeros(4096)],
      run: { $0.clip($1[0], to: 0.5, into: $1[1]) }),
  ]

  private static let rmspropStep = RMSpropStep(learningRate: 0.001, rho: 0.9, epsilon: 1e-7)

  private static let nadamStep = NadamStep(
    learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7, number: 1)
}
