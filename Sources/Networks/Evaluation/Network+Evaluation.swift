public import TensorEngine

extension Network {
  /// The loss that these examples are judged by: the one asked for, that of the last training, or
  /// the one that follows from the last layer.
  func loss(for examples: Examples, asked: Loss? = nil) throws(NetworkError) -> Loss {
    guard !layers.isEmpty else { throw .noLayers }
    guard inputShape == examples.inputShape else {
      throw .engine(
        .shapeMismatch(what: "input", expected: inputShape, actual: examples.inputShape))
    }
    return try OutputFit.loss(asked, of: self, on: TargetKind(examples.targets))
  }

  private func plan(
    for examples: Examples, pool: ThreadPool, penalty: Penalty? = nil
  ) throws(NetworkError) -> TrainingPlan {
    let loss = try loss(for: examples, asked: training.loss)
    do {
      return try TrainingPlan(
        self, on: examples, batchRows: TrainingPlan.evaluationRows, loss: loss,
        penalty: penalty ?? training.penalty, seed: seed, pool: pool)
    } catch {
      throw .engine(error)
    }
  }

  /// Loss and accuracy on some rows of the examples, in inference mode, with the penalties of the
  /// last training.
  ///
  /// - Throws: ``NetworkError`` if the network does not fit the examples.
  public func evaluation(
    on examples: Examples, rows: [Int32], pool: ThreadPool
  ) throws(NetworkError) -> Evaluation {
    try plan(for: examples, pool: pool).evaluation(of: rows, in: examples)
  }

  /// The outputs `[rows, outputs]` in inference mode: probabilities where the loss is a
  /// cross-entropy, else the numbers of the last layer.
  ///
  /// - Throws: ``NetworkError`` if the network does not fit the examples.
  public func predictions(
    for examples: Examples, rows: [Int32], pool: ThreadPool
  ) throws(NetworkError) -> Tensor {
    let plan = try plan(for: examples, pool: pool)
    var outputs = plan.outputs(ofLayer: layers.count - 1, for: rows, in: examples)
    if let activation = plan.loss.loss.logitActivation, outputActivation == .linear {
      outputs = activation.applied(to: outputs)
    }
    return outputs
  }

  /// The outputs `[rows, width]` of one layer, counted from 0, in inference mode.
  ///
  /// - Throws: ``NetworkError`` if the network does not fit the examples.
  public func outputs(
    ofLayer index: Int, for examples: Examples, rows: [Int32]
  ) throws(NetworkError) -> Tensor {
    try plan(for: examples, pool: ThreadPool(threads: 1))
      .outputs(ofLayer: index, for: rows, in: examples)
  }

  /// The gradients of the loss with its penalties by all parameters, layer by layer, over all
  /// rows at once and with dropout off.
  ///
  /// - Throws: ``NetworkError`` if the network does not fit the examples.
  public func gradients(
    on examples: Examples, rows: [Int32], settings: TrainingSettings
  ) throws(NetworkError) -> [LayerParameters] {
    let plan = try plan(
      for: examples, pool: ThreadPool(threads: 1),
      penalty: settings.penalty(examples: rows.count))
    return plan.gradients(of: rows, in: examples, for: self)
  }
}

extension TrainingPlan {
  /// Calls `body` with each batch of `evaluationRows` rows, gathered and run up to the loss.
  private func forEachBatch(
    of rows: [Int32], in examples: Examples, _ body: (_ start: Int, _ count: Int) -> Void
  ) {
    var layout = Arena.Layout()
    let place = layout.integers(Self.evaluationRows)
    guard let arena = try? Arena(layout) else { return }
    let numbers = arena[place]
    examples.withInputRows { source in
      for start in stride(from: 0, to: rows.count, by: Self.evaluationRows) {
        let count = min(Self.evaluationRows, rows.count - start)
        for index in 0..<count { numbers[index] = rows[start + index] }
        gather(numbers[0..<count], of: source)
        forward(rows: count, step: nil)
        body(start, count)
      }
    }
  }

  func evaluation(of rows: [Int32], in examples: Examples) -> Evaluation {
    var (sum, correct) = (0.0, 0)
    forEachBatch(of: rows, in: examples) { _, count in
      let batch = loss.evaluate(rows: count, of: count, kernels)
      sum += Double(batch.loss)
      correct += batch.correct
    }
    return Evaluation(
      dataLoss: sum / Double(max(1, rows.count)), penalty: penalty(),
      correctCount: loss.isClassification ? correct : nil, count: rows.count)
  }

  func outputs(ofLayer index: Int, for rows: [Int32], in examples: Examples) -> Tensor {
    let flow = outputs[index]
    var elements: [Float] = []
    elements.reserveCapacity(rows.count * flow.width)
    forEachBatch(of: rows, in: examples) { _, count in
      finish(rows: count)
      elements += flow.values(rows: count).array
    }
    return Tensor(shape: [rows.count, flow.width], elements: elements)
  }

  func gradients(
    of rows: [Int32], in examples: Examples, for network: Network
  ) -> [LayerParameters] {
    var sums = parameters.map { $0.map { [Float](repeating: 0, count: $0.value.count) } }
    forEachBatch(of: rows, in: examples) { _, count in
      _ = loss.evaluate(rows: count, of: rows.count, kernels)
      backward(rows: count, step: nil)
      for (layer, planned) in parameters.enumerated() {
        for (index, parameter) in planned.enumerated() {
          for (place, value) in parameter.gradient.array.enumerated() {
            sums[layer][index][place] += value
          }
        }
      }
    }
    for (layer, planned) in parameters.enumerated() {
      for (index, parameter) in planned.enumerated() {
        parameter.gradient.write(sums[layer][index])
      }
    }
    addPenaltyGradients()
    return zip(parameters, network.parameters).map { planned, learned in
      var layer = learned
      layer.tensors = zip(planned, learned.tensors).map {
        Tensor(shape: $1.shape, elements: $0.gradient.array)
      }
      return layer
    }
  }
}

extension Activation {
  /// The function of every row of a tensor `[rows, width]`.
  func applied(to tensor: Tensor) -> Tensor {
    var layout = Arena.Layout()
    let place = layout.floats(tensor.count)
    guard let arena = try? Arena(layout) else { return tensor }
    let slice = arena[place]
    slice.write(tensor.elements)
    let width = tensor.shape.last ?? 1
    let flow = Flow(value: slice, gradient: nil, width: width)
    ActivationOperation(activation: self, input: flow, output: flow)
      .forward(rows: tensor.count / max(1, width), Kernels.selected)
    return Tensor(shape: tensor.shape, elements: slice.array)
  }
}
