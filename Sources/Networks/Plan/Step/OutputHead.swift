import TensorEngine

/// What was measured on one batch.
struct BatchMeasure: Sendable {
  /// The sum of the losses of all rows, or of all elements.
  var lossSum: Double
  /// How many classes were right; 0 where the targets are numbers.
  var correct: Int
}

/// The end of a plan: compares the outputs with the targets.
struct OutputHead: Sendable {
  /// Where the targets of all examples lie, and how they become those of a batch.
  enum TargetStore: Sendable {
    case classes(Int, examples: Int)
    case values(Int, examples: Int)
  }

  var loss: Loss
  /// What the loss reads: logits for the cross-entropies, else the outputs.
  var scores: Place
  /// What a prediction is.
  var output: Place
  var store: TargetStore
  /// The targets of the batch as numbers `[rows, width]`; nil where class numbers do.
  var targets: Int?
  /// The class numbers of the batch; nil where the targets are numbers.
  var classes: Int?
  /// What becomes of the targets 0 and 1: t · factor + shift, for smoothed labels or for hinge.
  private(set) var targetFactor: Float = 1
  private(set) var targetShift: Float = 0
  /// The weight of each class, and of each row of the batch; nil where all count alike.
  var weights: (table: Int, rows: Int)?
  /// How many classes have a weight.
  var weightCount = 0
  /// The losses of the batch, one a row or an element.
  var losses: Int
  /// Where the gradient goes where no operation wants it.
  var gradient: Int

  private var width: Int { scores.width }

  /// How many losses are averaged for one row.
  var lossesPerRow: Int { loss == .categoricalCrossEntropy ? 1 : width }

  /// Whether targets are not used as they are.
  var changesTargets: Bool { targetFactor != 1 || targetShift != 0 }

  init(
    loss: Loss, scores: Place, output: Place, store: TargetStore, losses: Int, gradient: Int
  ) {
    self.loss = loss
    self.scores = scores
    self.output = output
    self.store = store
    self.losses = losses
    self.gradient = gradient
  }

  /// Chooses what becomes of the targets.
  mutating func prepareTargets(_ smoothing: Double) {
    switch loss {
    case .binaryCrossEntropy, .categoricalCrossEntropy:
      let classes = loss == .binaryCrossEntropy ? 2 : width
      targetFactor = Float(1 - smoothing)
      targetShift = Float(smoothing / Double(classes))
    case .hinge:
      guard case .classes = store else { return }
      targetFactor = 2
      targetShift = -1
    case .meanSquaredError, .meanAbsoluteError: return
    }
  }

  /// Brings the targets of the batch together; `numbers` are its rows.
  @inline(__always)
  func load(_ numbers: IntegerSlice, _ context: PlanContext) {
    gather(numbers, context)
    if changesTargets, let targets {
      let numbers = context.slice(targets, numbers.count * width)
      context.kernels.affine(numbers, times: targetFactor, plus: targetShift, into: numbers)
    }
    if let weights, let classes, case .classes(let offset, let examples) = store {
      let batch = context.integerSlice(classes, numbers.count)
      if width == 1 {
        context.kernels.gather(
          rows: numbers, ofClasses: context.integerSlice(offset, examples), into: batch)
      }
      context.kernels.gather(
        rows: batch, ofValues: context.slice(weights.table, weightCount), width: 1,
        into: context.slice(weights.rows, numbers.count))
    }
  }

  @inline(__always)
  private func gather(_ numbers: IntegerSlice, _ context: PlanContext) {
    let kernels = context.kernels
    let rows = numbers.count
    switch store {
    case .values(let offset, let examples):
      guard let targets else { return }
      kernels.gather(
        rows: numbers, ofValues: context.slice(offset, examples * width), width: width,
        into: context.slice(targets, rows * width))
    case .classes(let offset, let examples):
      let all = context.integerSlice(offset, examples)
      guard width > 1 else {
        if let targets {
          kernels.gather(rows: numbers, ofClasses: all, into: context.slice(targets, rows))
        }
        return
      }
      guard let classes else { return }
      let batch = context.integerSlice(classes, rows)
      kernels.gather(rows: numbers, ofClasses: all, into: batch)
      if let targets {
        kernels.oneHot(batch, into: context.slice(targets, rows * width), columns: width)
      }
    }
  }

  private var targetPlace: Int {
    guard let targets else { preconditionFailure("a loss of targets has no place for them") }
    return targets
  }

  private var classPlace: Int {
    guard let classes else { preconditionFailure("a loss of classes has no place for them") }
    return classes
  }

  /// Computes the losses of the batch and the gradient of their mean by the scores.
  @inline(__always)
  func measure(_ context: PlanContext) -> BatchMeasure {
    let rows = context.rows
    let elements = rows * width
    let kernels = context.kernels
    let scores = context.values(self.scores)
    let gradient = context.slice(self.gradient, elements)
    let losses = context.slice(self.losses, rows * lossesPerRow)
    switch loss {
    case .categoricalCrossEntropy:
      if let targets {
        kernels.softmaxCrossEntropy(
          logits: scores, targets: context.slice(targets, elements), losses: losses,
          gradient: gradient, rows: rows, columns: width, scale: 1 / Float(rows))
      } else {
        kernels.softmaxCrossEntropy(
          logits: scores, classes: context.integerSlice(classPlace, rows), losses: losses,
          gradient: gradient, rows: rows, columns: width, scale: 1 / Float(rows))
      }
    case .binaryCrossEntropy:
      kernels.sigmoidCrossEntropy(
        logits: scores, targets: context.slice(targetPlace, elements), losses: losses,
        gradient: gradient, scale: 1 / Float(elements))
    case .meanSquaredError:
      kernels.squaredError(
        scores, targets: context.slice(targetPlace, elements), losses: losses,
        gradient: gradient, scale: 2 / Float(elements))
    case .meanAbsoluteError:
      kernels.absoluteError(
        scores, targets: context.slice(targetPlace, elements), losses: losses,
        gradient: gradient, scale: 1 / Float(elements))
    case .hinge:
      kernels.hinge(
        scores, targets: context.slice(targetPlace, elements), losses: losses,
        gradient: gradient, scale: 1 / Float(elements))
    }
    if let weights {
      let factors = context.slice(weights.rows, rows)
      kernels.scaleRows(losses, by: factors, rows: rows, columns: lossesPerRow)
      kernels.scaleRows(gradient, by: factors, rows: rows, columns: width)
    }
    return BatchMeasure(lossSum: Double(kernels.sum(losses)), correct: countCorrect(context))
  }

  /// In training the scores decide: the outputs have their order, and are not made.
  @inline(__always)
  private func countCorrect(_ context: PlanContext) -> Int {
    guard case .classes = store else { return 0 }
    let rows = context.rows
    let output = context.values(context.isTraining ? scores : self.output)
    if let classes, width > 1 {
      return context.kernels.countCorrect(
        scores: output, classes: context.integerSlice(classes, rows), rows: rows, columns: width)
    }
    guard let targets else { return 0 }
    return context.kernels.countCorrect(
      scores: output, targets: context.slice(targets, rows),
      threshold: context.isTraining ? loss.scoreThreshold : loss.decisionThreshold)
  }
}
