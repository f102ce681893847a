import TensorEngine

/// Evaluates a network on fixed rows, a bounded number of them at a time, in inference mode.
final class InferenceRun {
  private let plan: Plan
  private let rowCount: Int
  private let capacity: Int
  private let isClassification: Bool

  /// The most rows of a chunk. Sums are folded chunk by chunk, so it must not depend on the
  /// machine.
  private static let largestChunk = 256
  /// The most floats of a chunk, roughly.
  private static let chunkFloats = 1 << 24

  /// - Throws: `shapeMismatch` for inputs of another shape.
  init(
    _ network: Network, _ examples: Examples, rows: [Int32], loss: Loss?,
    settings: LossSettings = LossSettings(), penalty: Penalty, kernels: Kernels, pool: ThreadPool?
  ) throws(EngineError) {
    capacity = InferenceRun.capacity(for: network, rows: rows.count)
    plan = try Plan(
      network, examples,
      PlanRequest(
        capacity: capacity, orderCapacity: rows.count, optimizer: nil, hasGradients: false,
        loss: loss, lossSettings: settings, penalty: penalty, kernels: kernels, pool: pool))
    plan.setOrder(rows)
    rowCount = rows.count
    if case .classes = examples.targets {
      isClassification = true
    } else {
      isClassification = false
    }
  }

  /// The shape of one prediction.
  var outputShape: Shape { plan.layout.outputShape }

  /// Takes over the parameters of a plan of the same network.
  func takeParameters(from other: Plan) {
    plan.parameterBlock.write(other.parameterBlock)
  }

  /// Sets parameters to values that lie one after the other, as far as these reach.
  func write(_ values: [Float], to parameters: [ParameterIndex]) {
    var first = 0
    for index in parameters {
      let place = plan.layout.parameters[index.layer][index.parameter]
      let count = min(place.count, values.count - first)
      plan.memory(at: place.values, count).write(values, from: first)
      first += count
    }
  }

  /// Judges all rows.
  ///
  /// - Parameter look: What else is done with each chunk, before it is judged.
  /// - Throws: `interrupted`, as all that goes over the rows.
  func evaluate(_ look: (PlanContext) -> Void = { _ in }) throws(EngineError) -> Evaluation {
    var lossSum = 0.0
    var correct = 0
    try forEachChunk { batch in
      look(batch)
      let measure = plan.measure(batch)
      lossSum += measure.lossSum
      correct += measure.correct
    }
    let losses = rowCount * (plan.layout.head?.lossesPerRow ?? 1)
    return Evaluation(
      dataLoss: lossSum / Double(max(1, losses)), penalty: plan.penalty(),
      correctCount: isClassification ? correct : nil, count: rowCount)
  }

  /// The predictions of all rows, one after the other.
  func predict() throws(EngineError) -> [Float] {
    var predictions: [Float] = []
    predictions.reserveCapacity(rowCount * plan.layout.output.width)
    try forEachChunk { batch in predictions += plan.values(plan.layout.output, batch) }
    return predictions
  }

  /// The predictions of all rows, what the loss read to judge them, its logits for a cross-entropy,
  /// and how they were judged.
  func answers() throws(EngineError) -> (
    outputs: [Float], logits: [Float], evaluation: Evaluation
  ) {
    var (outputs, logits): ([Float], [Float]) = ([], [])
    let evaluation = try evaluate { batch in
      outputs += plan.values(plan.layout.output, batch)
      if let head = plan.layout.head { logits += plan.values(head.scores, batch) }
    }
    return (outputs, logits, evaluation)
  }

  /// The outputs of every layer for all rows.
  func layerOutputs() throws(EngineError) -> [Tensor] {
    var values = plan.layout.layerOutputs.map { _ in [Float]() }
    try forEachChunk { batch in
      for (index, output) in plan.layout.layerOutputs.enumerated() {
        values[index] += plan.values(output.place, batch)
      }
    }
    return zip(values, plan.layout.layerOutputs).map { values, output in
      Tensor(shape: Shape([rowCount] + output.shape.dimensions), elements: values)
    }
  }

  private func forEachChunk(_ body: (PlanContext) -> Void) throws(EngineError) {
    try plan.examples.withInputRows { source throws(EngineError) in
      let gather = plan.gathering(from: source)
      for first in stride(from: 0, to: rowCount, by: capacity) {
        try plan.interruption.check()
        let batch = plan.load(
          gather, first: first, count: min(capacity, rowCount - first), step: 0,
          isTraining: false)
        plan.forward(batch)
        if plan.isCalledOff { throw .interrupted }
        body(batch)
      }
    }
  }

  private static func capacity(for network: Network, rows: Int) -> Int {
    let widths = network.summaries.reduce(network.inputShape.count) { sum, layer in
      sum + min(layer.outputShape.count, chunkFloats)
    }
    return max(1, min(rows, largestChunk, chunkFloats / max(1, widths)))
  }
}
