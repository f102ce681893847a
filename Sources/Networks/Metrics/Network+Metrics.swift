public import TensorEngine

extension Network {
  /// Whether what it predicts are probabilities: where its last activation is a sigmoid or a
  /// softmax, or it is linear and the network was trained with a cross-entropy.
  public var givesProbabilities: Bool { crossEntropy != nil }

  /// The loss that reads the logits of its probabilities; nil where it gives none.
  private var crossEntropy: Loss? {
    switch outputActivation {
    case .sigmoid: .binaryCrossEntropy
    case .softmax: .categoricalCrossEntropy
    case .linear: training.loss?.givesProbabilities == true ? training.loss : nil
    default: nil
    }
  }

  /// What the network answers for examples of known classes, in inference mode.
  ///
  /// The likelihoods of the true classes come from the logits, and so does their mean, by the
  /// kernels of the loss: it is what training with a cross-entropy makes smaller, to the last digit,
  /// also where a probability is 0 or 1 in 32 bits.
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
    let threshold = Double(try fittingLoss(nil, on: examples).decisionThreshold)
    guard let crossEntropy else {
      return ClassPredictions(
        outputs: try checkedOutputs(examples, rows: rows, pool: pool),
        truths: rows.map { classes[Int($0)] }, classCount: max(2, count), threshold: threshold,
        areProbabilities: false)
    }
    guard !rows.isEmpty else { throw .noExamples }
    let inferenceRun = try inferenceRun(
      examples, rows: rows, loss: crossEntropy, penalty: Penalty(), pool: pool, kernels: .selected)
    let answers: (outputs: [Float], logits: [Float], evaluation: Evaluation)
    do { answers = try inferenceRun.answers() } catch { throw .engine(error) }
    let logits = Logits(
      values: answers.logits.map { Double($0) }, rowCount: rows.count,
      isSoftmax: crossEntropy == .categoricalCrossEntropy)
    let truths = rows.map { classes[Int($0)] }
    return ClassPredictions(
      outputs: answers.outputs.map { Double($0) }, truths: truths, classCount: max(2, count),
      threshold: threshold, areProbabilities: true,
      logLikelihoods: logits.logLikelihoods(of: truths),
      logLoss: logits.lossIsLogLoss ? answers.evaluation.dataLoss : nil)
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
