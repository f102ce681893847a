public import TensorEngine

/// A network made ready to predict: what ``Network/predict(inputs:scaling:pool:)`` lays out anew
/// in each call is laid out once and kept between calls, so that one prediction takes
/// microseconds.
///
///     let predictor = try Predictor(network, scaling: examples.scaling)
///     let probabilities = try predictor.predict(image)
///
/// The predictions have the bits of ``Network/predict(inputs:scaling:pool:)``. A predictor keeps
/// the parameters that the network had; it is used by one thread at a time.
public final class Predictor {
  /// The shape of one input, without the batch.
  public let inputShape: Shape
  /// The shape of one output, without the batch.
  public let outputShape: Shape
  private let plan: Plan
  private let capacity: Int

  /// Lays a network out.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - scaling: What the examples of the training were scaled by; nil for none.
  ///   - capacity: How many inputs are predicted at once, 1 or more; memory grows with it.
  ///   - pool: The threads to use; nil for the calling one alone.
  ///   - kernels: The kernels to use.
  /// - Throws: `noLayers`; `engine` for a capacity or a scaling that does not fit.
  public init(
    _ network: Network, scaling: FeatureScaling? = nil, capacity: Int = 1,
    pool: ThreadPool? = nil, kernels: Kernels = .selected
  ) throws(NetworkError) {
    guard !network.layers.isEmpty else { throw .noLayers }
    do throws(EngineError) {
      try SettingCheck.count(capacity, "batch", in: 1...Int(Int32.max))
      let examples = try Examples(
        inputShape: network.inputShape, inputs: .floats([]), targets: .values([], width: 1),
        scaling: scaling)
      plan = try Plan(
        network.predicting, examples,
        PlanRequest(
          capacity: capacity, orderCapacity: capacity, optimizer: nil, hasGradients: false,
          kernels: kernels, pool: pool))
    } catch { throw .engine(error) }
    inputShape = network.inputShape
    outputShape = plan.layout.outputShape
    self.capacity = capacity
    plan.setOrder((0..<capacity).map { Int32(clamping: $0) })
  }

  /// The outputs for inputs: `[N, inputShape]` to `[N, outputShape]`, both flat.
  ///
  /// - Parameter inputs: Rows of raw features, one after the other.
  /// - Throws: `engine(.shapeMismatch)` where the inputs are not whole rows.
  public func predict(_ inputs: [Float]) throws(NetworkError) -> [Float] {
    let features = max(1, inputShape.count)
    let (rows, rest) = inputs.count.quotientAndRemainder(dividingBy: features)
    guard rest == 0 else {
      throw .engine(
        .shapeMismatch(
          what: "inputs", expected: Shape([rows + 1] + inputShape.dimensions),
          actual: [inputs.count]))
    }
    guard rows > 0 else { return [] }
    var outputs: [Float] = []
    outputs.reserveCapacity(rows * plan.layout.output.width)
    InputRows.read(inputs, featureCount: inputShape.count) { append(to: &outputs, from: $0) }
    return outputs
  }

  private func append(to outputs: inout [Float], from inputs: InputRows) {
    for first in stride(from: 0, to: inputs.rowCount, by: capacity) {
      let source = inputs[first..<min(first + capacity, inputs.rowCount)]
      let gather = plan.gathering(from: source)
      let batch = plan.load(
        gather, first: 0, count: source.rowCount, step: 0, isTraining: false,
        from: plan.rowsInPlace(gather, from: 0))
      plan.forward(batch)
      batch.values(plan.layout.output).append(to: &outputs)
    }
  }
}

extension Network {
  /// The network with the sigmoid or softmax that its loss left out, so that its outputs are
  /// probabilities wherever they can be.
  var predicting: Network {
    guard let needed = training.loss?.logitActivation, outputActivation == .linear else {
      return self
    }
    var network = self
    network.layers.append(ActivationLayer(needed))
    network.parameters.append(.none)
    return network
  }
}
