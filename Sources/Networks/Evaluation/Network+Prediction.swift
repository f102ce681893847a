public import TensorEngine

extension Network {
  /// The outputs for some examples, in inference mode: `[N, outputs]`.
  ///
  /// They are probabilities where the last activation is a sigmoid or a softmax, and also where
  /// it is linear and the network was trained with a cross-entropy.
  ///
  /// - Parameters:
  ///   - examples: The examples; their targets do not matter.
  ///   - rows: Which of them; nil for all.
  ///   - pool: The threads to use.
  ///   - kernels: The kernels to use.
  /// - Throws: `noLayers`, or `engine` for rows or inputs that do not fit, and where the pool's
  ///   work is called off.
  public func predict(
    _ examples: Examples, rows: [Int32]? = nil, pool: ThreadPool? = nil,
    kernels: Kernels = .selected
  ) throws(NetworkError) -> Tensor {
    let rows = rows ?? examples.allRows
    let inferenceRun = try predicting.inferenceRun(
      examples, rows: rows, loss: nil, penalty: Penalty(), pool: pool, kernels: kernels)
    let shape = Shape([rows.count] + inferenceRun.outputShape.dimensions)
    do {
      return Tensor(shape: shape, elements: try inferenceRun.predict())
    } catch { throw .engine(error) }
  }

  /// The outputs for inputs without targets, such as the points of a grid: `[N, outputs]`.
  ///
  /// - Parameters:
  ///   - inputs: Rows of raw features.
  ///   - scaling: What the examples of the training were scaled by.
  ///   - pool: The threads to use.
  /// - Throws: As ``predict(_:rows:pool:kernels:)``; `shapeMismatch` where the inputs are not
  ///   whole rows.
  public func predict(
    inputs: Inputs, scaling: FeatureScaling? = nil, pool: ThreadPool? = nil
  ) throws(NetworkError) -> Tensor {
    let count = inputs.count / max(1, inputShape.count)
    let targets = Targets.values(Array(repeating: 0, count: count), width: 1)
    let examples: Examples
    do throws(EngineError) {
      examples = try Examples(
        inputShape: inputShape, inputs: inputs, targets: targets, scaling: scaling)
    } catch { throw .engine(error) }
    return try predict(examples, pool: pool)
  }

  /// A single output above this means class 1: 0.5, or 0 after a training with hinge.
  public var decisionThreshold: Float { training.loss?.decisionThreshold ?? 0.5 }

  /// The class of each example that the network finds most likely; with one output, 1 where it
  /// is greater than ``decisionThreshold``, else 0. The first of equals.
  ///
  /// - Throws: As ``predict(_:rows:pool:kernels:)``.
  public func predictClasses(
    _ examples: Examples, rows: [Int32]? = nil, pool: ThreadPool? = nil
  ) throws(NetworkError) -> [Int32] {
    let predictions = try predict(examples, rows: rows, pool: pool)
    let count = predictions.shape.dimensions[0]
    let width = predictions.elements.count / max(1, count)
    return (0..<count).map { row in
      let outputs = predictions.elements[row * width..<(row + 1) * width]
      if width == 1 { return outputs.first ?? 0 > decisionThreshold ? 1 : 0 }
      var best = outputs.startIndex
      for index in outputs.indices where outputs[index] > outputs[best] { best = index }
      return Int32(best - outputs.startIndex)
    }
  }

  /// The outputs of each layer for some examples, in inference mode: `[N, …]` for each layer.
  ///
  /// - Throws: As ``predict(_:rows:pool:kernels:)``.
  public func layerOutputs(
    _ examples: Examples, rows: [Int32]? = nil, pool: ThreadPool? = nil
  ) throws(NetworkError) -> [Tensor] {
    let inferenceRun = try inferenceRun(
      examples, rows: rows ?? examples.allRows, loss: nil, penalty: Penalty(), pool: pool,
      kernels: .selected)
    do { return try inferenceRun.layerOutputs() } catch { throw .engine(error) }
  }
}
