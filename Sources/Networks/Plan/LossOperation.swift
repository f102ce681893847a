import TensorEngine

/// The end of a plan: the loss of each output against its target, and the gradient by the logits.
struct LossOperation {
  let loss: Loss
  /// What the loss is computed from: the logits, or the outputs themselves.
  let scores: Flow
  /// The classes or values of the batch.
  let classes: IntegerSlice
  let targets: FloatSlice
  let losses: FloatSlice
  /// Where the gradient goes that nothing asks for: by the examples themselves.
  let unused: FloatSlice
  /// Whether the targets are classes that one output decides between: above the threshold or not.
  let threshold: Float?
  let isClassification: Bool

  /// The sum of the losses of the rows, and how many rows are classified rightly.
  ///
  /// The gradient is that of the mean over `total` rows.
  func evaluate(rows: Int, of total: Int, _ kernels: Kernels) -> (loss: Float, correct: Int) {
    let values = scores.values(rows: rows)
    let gradient = scores.gradients(rows: rows) ?? unused[0..<rows * scores.width]
    let correct = countCorrect(values, rows: rows, kernels)
    switch loss {
    case .categoricalCrossEntropy:
      kernels.softmaxCrossEntropy(
        logits: values, classes: classes[0..<rows], losses: losses[0..<rows],
        gradient: gradient, rows: rows, columns: scores.width, scale: 1 / Float(total))
      return (kernels.sum(losses[0..<rows]), correct)
    case .binaryCrossEntropy:
      let count = rows * scores.width
      kernels.sigmoidCrossEntropy(
        logits: values, targets: targets[0..<count], losses: losses[0..<count],
        gradient: gradient, scale: 1 / Float(total * scores.width))
      return (kernels.sum(losses[0..<count]) / Float(scores.width), correct)
    case .meanSquaredError:
      let count = rows * scores.width
      kernels.squaredError(
        values, targets: targets[0..<count], losses: losses[0..<count], gradient: gradient,
        scale: 2 / Float(total * scores.width))
      return (kernels.sum(losses[0..<count]) / Float(scores.width), correct)
    }
  }

  private func countCorrect(_ values: FloatSlice, rows: Int, _ kernels: Kernels) -> Int {
    guard isClassification else { return 0 }
    if let threshold {
      return kernels.countCorrect(
        scores: values, targets: targets[0..<rows], threshold: threshold)
    }
    return kernels.countCorrect(
      scores: values, classes: classes[0..<rows], rows: rows, columns: scores.width)
  }
}
