public import TensorEngine

extension Network {
  /// Whether what it predicts are probabilities: where its last activation is a sigmoid or a
  /// softmax, or it is linear and the network was trained with a cross-entropy.
  public var givesProbabilities: Bool {
    outputActivation == .sigmoid || outputActivation == .softmax
      || (outputActivation == .linear && training.loss?.givesProbabilities == true)
  }

  /// What the network answers for examples of known classes, in inference mode.
  ///
  /// - Parameters:
  ///   - examples: The examples; their targets are classes.
  ///   - rows: Which of them.
  ///   - pool: The threads to use.
  /// - Returns: nil where the targets are numbers.
  /// - Throws: `noExamples`, and as ``evaluate(_:rows:loss:settings:penalty:pool:kernels:)``.
  public func classPredictions(
    _ examples: Examples, rows: [Int32], pool: ThreadPool? = nil
  ) throws(NetworkError) -> ClassPredictions? {
    guard case .classes(let classes, let count) = examples.targets else { return nil }
    let outputs = try checkedOutputs(examples, rows: rows, pool: pool)
    let loss = try fittingLoss(nil, on: examples)
    return ClassPredictions(
      outputs: outputs, truths: rows.map { classes[Int($0)] }, classCount: max(2, count),
      threshold: Double(loss.decisionThreshold), areProbabilities: givesProbabilities)
  }

  /// What the network answers where the targets are numbers, in inference mode; all outputs of an
  /// example count alike.
  ///
  /// - Parameters:
  ///   - examples: The examples; their targets are numbers.
  ///   - rows: Which of them.
  ///   - pool: The threads to use.
  /// - Returns: nil where the targets are classes.
  /// - Throws: As ``classPredictions(_:rows:pool:)``.
  public func numberPredictions(
    _ examples: Examples, rows: [Int32], pool: ThreadPool? = nil
  ) throws(NetworkError) -> NumberPredictions? {
    guard case .values(let values, let width) = examples.targets else { return nil }
    let outputs = try checkedOutputs(examples, rows: rows, pool: pool)
    let targets = rows.flatMap { row in
      values[Int(row) * width..<(Int(row) + 1) * width].map { Double($0) }
    }
    return NumberPredictions(outputs: outputs, targets: targets)
  }

  private func checkedOutputs(
    _ examples: Examples, rows: [Int32], pool: ThreadPool?
  ) throws(NetworkError) -> [Double] {
    guard !rows.isEmpty else { throw .noExamples }
    try checkOutputs(fit: examples)
    return try predict(examples, rows: rows, pool: pool).elements.map { Double($0) }
  }
}
