import TensorEngine

extension TrainingRun {
  /// Takes a batch forward, and back where that is asked for.
  func pass(
    _ rows: [Int32], isTraining: Bool, goesBack: Bool
  ) throws(NetworkError) -> (pass: BatchPass, batch: PlanContext, measure: BatchMeasure) {
    try requireMemory(forCopying: rows.count, goesBack: goesBack)
    plan.setOrder(rows)
    let batch = plan.load(
      gather, first: 0, count: rows.count, step: state.steps + 1, isTraining: isTraining)
    plan.forward(batch)
    if plan.isCalledOff { throw .engine(.interrupted) }
    let measure = plan.measure(batch)
    let losses = rows.count * (plan.layout.head?.lossesPerRow ?? 1)
    var pass = BatchPass(
      rows: rows, isTraining: isTraining, inputs: plan.inputs(batch),
      outputs: plan.outputs(batch), masks: plan.masks(batch),
      dataLoss: measure.lossSum / Double(losses), penalty: plan.penalty(), gradients: nil)
    guard pass.loss.isFinite else {
      throw diverged("loss", epoch: state.epochs + 1, step: state.steps + 1)
    }
    if goesBack {
      let outputs = plan.backwardByLayer(batch)
      if plan.isCalledOff { throw .engine(.interrupted) }
      pass.gradients = BackwardPass(
        parameters: plan.readGradients(like: trainer.network.parameters), outputs: outputs,
        endsBeforeActivation: plan.layout.backwardCount < plan.layout.layerOperations.last?
          .upperBound ?? 0)
    }
    return (pass, batch, measure)
  }

  /// Asks for the memory of what is copied out of the plan, in which as much lies already.
  private func requireMemory(forCopying rows: Int, goesBack: Bool) throws(NetworkError) {
    let outputs = plan.layout.layerOutputs.reduce(0) { $0 + $1.place.width }
    let width = plan.layout.input.width + (goesBack ? 2 : 1) * outputs
    do throws(MemoryShortage) {
      try MemoryBudget.current.require(
        MemoryBudget.bytes(of: Float.self, rows, 2, width), for: .batch(rows))
    } catch {
      throw .engine(.memory(error))
    }
  }

  /// Takes a batch forward and back and changes the parameters.
  mutating func step(
    _ rows: [Int32], isTraining: Bool, batch number: Int?, after sums: EpochSums
  ) throws(NetworkError) -> HandStep {
    let (pass, batch, measure) = try pass(rows, isTraining: isTraining, goesBack: true)
    let count = trainer.batchCount
    var sums = sums
    if number != nil { sums.add(measure, penalty: pass.penalty, rows: rows.count) }
    course.beginEpoch(after: state.epochs, steps: state.steps - (number ?? 0), count: count)
    update(batch, rate: course.rate(ofStep: number ?? 0))
    guard plan.isFinite else {
      throw diverged("weights", epoch: state.epochs + 1, step: state.steps)
    }
    let record = number == count - 1 ? try finishEpoch(sums) : nil
    return HandStep(
      network: try result(.reachedMaximumSteps).network,
      sums: record == nil ? sums : EpochSums(), record: record)
  }
}

extension Plan {
  /// The inputs of the batch as the first layer sees them.
  func inputs(_ batch: PlanContext) -> Tensor {
    tensor(at: layout.input.values, layout.input.width, examples.inputShape, batch)
  }

  /// The outputs of each layer for the batch.
  func outputs(_ batch: PlanContext) -> [Tensor] {
    layout.layerOutputs.map { tensor(at: $0.place.values, $0.place.width, $0.shape, batch) }
  }

  /// What each dropout layer multiplied its inputs by.
  func masks(_ batch: PlanContext) -> [Tensor?] {
    zip(layout.layerOperations, layout.layerOutputs).map { operations, output in
      guard batch.isTraining else { return nil }
      for case let dropout as DropoutOperation in layout.operations[operations] {
        return tensor(at: dropout.mask, dropout.output.width, output.shape, batch)
      }
      return nil
    }
  }

  /// Goes back through the layers, and keeps what each of them is told about its outputs.
  func backwardByLayer(_ batch: PlanContext) -> [Tensor?] {
    var batch = batch
    batch.isByLayer = true
    var gradients = [Tensor?](repeating: nil, count: layout.layerOutputs.count)
    for index in layout.layerOutputs.indices.reversed() {
      let output = layout.layerOutputs[index]
      gradients[index] = output.place.gradient.map {
        tensor(at: $0, output.place.width, output.shape, batch)
      }
      backward(batch, operations: layout.layerOperations[index])
    }
    addPenaltyGradients(batch)
    return gradients
  }

  private func tensor(
    at offset: Int, _ width: Int, _ shape: Shape, _ batch: PlanContext
  ) -> Tensor {
    Tensor(
      shape: Shape([batch.rows] + shape.dimensions),
      elements: batch.slice(offset, batch.rows * width).array)
  }
}
