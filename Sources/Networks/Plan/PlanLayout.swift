import TensorEngine

/// Where everything of a plan lies, before there is any memory.
struct PlanLayout {
  var operations: [Operation] = []
  /// How many operations the way back begins with; the loss takes the last activation along.
  var backwardCount = 0
  var input: Place
  /// The parameters of each layer.
  var parameters: [[ParameterPlace]] = []
  var parameterFloats = 0
  var parameterStart = 0
  var gradientStart = 0
  /// Where each slot begins.
  var slotStarts: [Int] = []
  var penalties: [PenaltyTerm] = []
  /// The output of each layer, and its shape.
  var layerOutputs: [(place: Place, shape: Shape)] = []
  /// The operations of each layer.
  var layerOperations: [Range<Int>] = []
  /// What a prediction is.
  var output: Place
  var outputShape: Shape
  var head: OutputHead?
  var shift = 0
  var scale = 0
  var order = 0
  var floatCount = 0
  var integerCount = 0

  /// The floats that a plan may have: 4 GiB.
  static let floatLimit = 1 << 30

  /// - Throws: `outOfRange` for "batch" where the batch does not fit into memory.
  init(_ network: Network, _ examples: Examples, _ request: PlanRequest) throws(EngineError) {
    var builder = PlanBuilder(
      inputShape: network.inputShape, capacity: request.capacity,
      isTraining: request.hasGradients, seed: request.seed)
    input = builder.current
    output = builder.current
    outputShape = builder.shape
    layParameters(network, request, &builder)
    layLayers(network, &builder)
    layOutput(network, examples, request, &builder)
    let scalingCount = examples.scaling?.shift.count ?? 0
    shift = builder.reserve(scalingCount)
    scale = builder.reserve(scalingCount)
    order = builder.reserveIntegers(request.orderCapacity)
    operations = builder.operations
    floatCount = builder.floatCount
    integerCount = builder.integerCount
    guard floatCount <= Self.floatLimit else {
      let fixed = floatCount - min(floatCount, builder.floatsPerRow * request.capacity)
      let fitting = max(0, Self.floatLimit - fixed) / max(1, builder.floatsPerRow)
      throw .outOfRange(
        what: "batch", valid: "1 to \(max(1, fitting))", actual: Double(request.capacity))
    }
  }

  /// Parameters, gradients and slots lie alike, so that one update runs over all of them.
  private mutating func layParameters(
    _ network: Network, _ request: PlanRequest, _ builder: inout PlanBuilder
  ) {
    parameterStart = builder.floatCount
    for layer in network.parameters {
      parameters.append(
        layer.tensors.map { tensor in
          ParameterPlace(
            values: builder.reserve(tensor.count), gradient: 0, count: tensor.count)
        })
    }
    parameterFloats = builder.floatCount - parameterStart
    gradientStart = request.hasGradients ? builder.reserve(parameterFloats) : parameterStart
    for layer in parameters.indices {
      for index in parameters[layer].indices {
        parameters[layer][index].gradient =
          parameters[layer][index].values - parameterStart + gradientStart
      }
    }
    for _ in request.optimizer?.slotNames ?? [] {
      slotStarts.append(builder.reserve(parameterFloats))
    }
    layPenalties(network, request.penalty)
  }

  private mutating func layPenalties(_ network: Network, _ penalty: Penalty) {
    for (layer, specifications) in network.layerSpecifications().enumerated() {
      for (index, parameter) in specifications.enumerated() where parameter.role == .kernel {
        let term = PenaltyTerm(
          parameter: parameters[layer][index], l1: parameter.l1 + penalty.l1,
          l2: parameter.l2 + penalty.l2)
        if term.l1 != 0 || term.l2 != 0 { penalties.append(term) }
      }
    }
  }

  private mutating func layLayers(_ network: Network, _ builder: inout PlanBuilder) {
    let ordinals = network.ordinals()
    let last = network.layers.lastIndex { $0.outputActivation != nil } ?? network.layers.count
    for (index, layer) in network.layers.enumerated() {
      builder.enter(
        streamName: "\(layer.kind.rawValue) \(ordinals[index])", parameters: parameters[index],
        keepsLogits: index >= last)
      let first = builder.operations.count
      layer.lay(into: &builder)
      layerOutputs.append((builder.current, builder.shape))
      layerOperations.append(first..<builder.operations.count)
    }
  }

  /// Finds the logits of the loss, and adds the sigmoid or softmax that a linear end leaves out.
  private mutating func layOutput(
    _ network: Network, _ examples: Examples, _ request: PlanRequest,
    _ builder: inout PlanBuilder
  ) {
    var scores = builder.current
    backwardCount = builder.operations.count
    if let needed = request.loss?.logitActivation {
      if case .activation(let last)? = builder.operations.last, last.activation == needed {
        scores = last.input
        backwardCount -= 1
      } else {
        builder.activate(needed, inPlace: false)
      }
    }
    output = builder.current
    outputShape = builder.shape
    guard let loss = request.loss else { return }
    head = layHead(loss, scores: scores, examples, &builder)
  }

  private func layHead(
    _ loss: Loss, scores: Place, _ examples: Examples, _ builder: inout PlanBuilder
  ) -> OutputHead {
    let width = scores.width
    let perRow = loss == .categoricalCrossEntropy ? 1 : width
    var head = OutputHead(
      loss: loss, scores: scores, output: output, store: .values(0, examples: 0),
      losses: builder.reserveRows(width: perRow),
      gradient: scores.gradient ?? builder.reserveRows(width: width))
    if loss != .categoricalCrossEntropy { head.targets = builder.reserveRows(width: width) }
    switch examples.targets {
    case .values(let values, _):
      head.store = .values(builder.reserve(values.count), examples: examples.count)
    case .classes(let classes, _):
      head.store = .classes(builder.reserveIntegers(classes.count), examples: examples.count)
      if width > 1 { head.classes = builder.reserveIntegers(builder.capacity) }
    }
    return head
  }
}
