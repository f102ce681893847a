import TensorEngine

/// A network compiled for a batch size, a loss and an optimizer: one arena, laid out before the
/// first step, and a flat list of operations over it. Running a step allocates nothing, retains
/// nothing and dispatches through no existential.
final class TrainingPlan {
  /// Evaluation always goes in batches of so many rows, so that no result depends on the batch
  /// size of a training.
  static let evaluationRows = 256

  let kernels: Kernels
  let pool: ThreadPool
  /// The operations in order; in a training the activation that the loss contains is the last.
  let operations: [Operation]
  /// How many of them come before the loss.
  let operationsBeforeLoss: Int
  let loss: LossOperation
  let parameters: [[PlannedParameter]]
  let outputs: [Flow]
  private let input: FloatSlice
  private let scaling: ScalingSlices?
  private let allClasses: IntegerSlice
  private let allValues: FloatSlice
  private let targetWidth: Int
  /// Keeps the memory of all slices.
  private let arena: Arena

  init(
    _ network: Network, on examples: Examples, batchRows: Int, loss: Loss, penalty: Penalty,
    seed: UInt64, pool: ThreadPool
  ) throws(EngineError) {
    let rows = max(batchRows, Self.evaluationRows)
    var builder = PlanBuilder(network, rows: rows, seed: seed, penalty: penalty)
    let width = builder.current.width
    let places = (
      losses: builder.layout.floats(rows * width), unused: builder.layout.floats(rows * width),
      classes: builder.layout.integers(rows), targets: builder.layout.floats(rows * width),
      allClasses: builder.layout.integers(examples.targets.classes?.count ?? 0),
      allValues: builder.layout.floats(examples.targets.values?.count ?? 0),
      shift: builder.layout.floats(examples.scaling?.shift.count ?? 0),
      scale: builder.layout.floats(examples.scaling?.scale.count ?? 0)
    )
    let arena = try Arena(builder.layout)
    self.arena = arena
    self.pool = pool
    kernels = Kernels.selected
    operations = builder.operations.map { $0(arena) }
    parameters = builder.parameters.map { $0.map { $0.parameter(in: arena) } }
    outputs = builder.outputs.map { $0.flow(in: arena) }
    input = arena[builder.input.value]
    scaling = examples.scaling.map {
      ScalingSlices($0, shift: arena[places.shift], scale: arena[places.scale])
    }
    allClasses = arena[places.allClasses]
    allValues = arena[places.allValues]
    if let classes = examples.targets.classes { allClasses.write(classes) }
    if let values = examples.targets.values { allValues.write(values) }
    targetWidth = width
    let end = Self.end(operations, loss: loss, output: builder.current.flow(in: arena))
    operationsBeforeLoss = end.operations
    let decides = examples.targets.classes != nil && width == 1
    self.loss = LossOperation(
      loss: loss, scores: end.scores, classes: arena[places.classes],
      targets: arena[places.targets], losses: arena[places.losses],
      unused: arena[places.unused],
      threshold: decides ? (loss == .binaryCrossEntropy ? 0 : 0.5) : nil,
      isClassification: examples.targets.classes != nil)
    write(network.parameters)
  }

  /// Where the loss takes over: before a last activation that it contains.
  private static func end(
    _ operations: [Operation], loss: Loss, output: Flow
  ) -> (operations: Int, scores: Flow) {
    guard let needed = loss.logitActivation, case .activation(let last)? = operations.last,
      last.activation == needed
    else { return (operations.count, output) }
    return (operations.count - 1, last.input)
  }

  /// Fetches the rows of a batch and what belongs to them.
  func gather(_ rows: IntegerSlice, of source: InputRows) {
    kernels.gather(rows: rows, of: source, into: input, scaling: scaling)
    guard loss.isClassification else {
      kernels.gather(rows: rows, ofValues: allValues, width: targetWidth, into: loss.targets)
      return
    }
    kernels.gather(rows: rows, ofClasses: allClasses, into: loss.classes)
    guard loss.loss != .categoricalCrossEntropy else { return }
    if targetWidth == 1 {
      kernels.gather(rows: rows, ofClasses: allClasses, into: loss.targets)
    } else {
      kernels.oneHot(
        loss.classes[0..<rows.count], into: loss.targets, columns: targetWidth)
    }
  }

  /// Runs the operations up to the loss; `step` numbers the dropout masks, nil is inference.
  func forward(rows: Int, step: Int?) {
    for index in 0..<operationsBeforeLoss {
      operations[index].forward(rows: rows, step: step, kernels, pool)
    }
  }

  /// Runs the activation that the loss contains, for predictions.
  func finish(rows: Int) {
    for index in operationsBeforeLoss..<operations.count {
      operations[index].forward(rows: rows, step: nil, kernels, pool)
    }
  }

  /// Runs the operations back from the gradient that the loss has left, and adds the penalties.
  func backward(rows: Int, step: Int?) {
    for index in (0..<operationsBeforeLoss).reversed() {
      operations[index].backward(rows: rows, step: step, kernels, pool)
    }
  }

  /// The penalty that the parameters cost now: Σ l1·Σ|w| + l2·Σw².
  func penalty() -> Double {
    var sum = 0.0
    for layer in parameters {
      for parameter in layer {
        if parameter.penalty.l1 != 0 {
          sum += parameter.penalty.l1 * Double(kernels.sumOfMagnitudes(parameter.value))
        }
        if parameter.penalty.l2 != 0 {
          sum += parameter.penalty.l2 * Double(kernels.sumOfSquares(parameter.value))
        }
      }
    }
    return sum
  }

  /// Adds the gradients of the penalties: l1·sign(w) + 2·l2·w.
  func addPenaltyGradients() {
    for layer in parameters {
      for parameter in layer {
        if parameter.penalty.l1 != 0 {
          kernels.addSigns(
            of: parameter.value, times: Float(parameter.penalty.l1), to: parameter.gradient)
        }
        if parameter.penalty.l2 != 0 {
          kernels.addScaled(
            parameter.value, times: Float(2 * parameter.penalty.l2), to: parameter.gradient)
        }
      }
    }
  }

  /// Whether every parameter is a number.
  var isFinite: Bool {
    parameters.allSatisfy { $0.allSatisfy { kernels.sum($0.value).isFinite } }
  }

  func write(_ learned: [LayerParameters]) {
    for (planned, layer) in zip(parameters, learned) {
      for (parameter, tensor) in zip(planned, layer.tensors) {
        parameter.value.write(tensor.elements)
      }
    }
  }

  /// Copies the parameters out, as what the layers have learned.
  func read(into network: inout Network) {
    for (index, planned) in parameters.enumerated() where !planned.isEmpty {
      let shapes = network.parameters[index].tensors.map(\.shape)
      network.parameters[index].tensors = zip(planned, shapes).map {
        Tensor(shape: $1, elements: $0.value.array)
      }
      network.parameters[index].isLearned = true
    }
  }
}

extension Targets {
  var classes: [Int32]? {
    if case .classes(let classes, _) = self { classes } else { nil }
  }

  var values: [Float]? {
    if case .values(let values, _) = self { values } else { nil }
  }
}
