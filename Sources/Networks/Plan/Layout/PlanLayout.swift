import TensorEngine

/// Where everything of a plan lies, before there is any memory.
struct PlanLayout {
  var operations: [any PlanOperation] = []
  /// How many operations the way back begins with; the loss takes the last activation along.
  var backwardCount = 0
  /// The operation that the way back ends with; what lies before it learns nothing.
  var backwardStart = 0
  /// The windows over images that operations number.
  var windows: [ImageWindow] = []
  /// The products of matrices that operations number.
  var products: [PreparedProduct] = []
  var input: Place
  /// The parameters of each layer.
  var parameters: [[ParameterPlace]] = []
  /// The floats of all parameters; those that are trained lie first.
  var parameterFloats = 0
  var trainedFloats = 0
  var parameterStart = 0
  /// Where the gradients of what is trained begin.
  var gradientStart = 0
  /// Where each slot begins.
  var slotStarts: [Int] = []
  /// How many owners the work of a step has; 0 for a plan whose rows are shared instead.
  var owners = 0
  var penalties: [PenaltyTerm] = []
  var normLimits: [NormLimit] = []
  /// What the loss of each class is multiplied by; empty for 1.
  var classWeights: [Float] = []
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
  /// Where scratch memory begins, and how much of it a chunk of a region has.
  var scratch = 0
  var scratchCount = 0
  var floatCount = 0
  var integerCount = 0

  /// Whether a pass over so many rows takes so much work that it may be called off within.
  func isLong(rows: Int) -> Bool {
    let work = operations.reduce(0.0) {
      $0 + Double($1.forwardWork(rows: rows)) + Double($1.backwardWork(rows: rows))
    }
    return work >= Double(Region.longWork)
  }

  /// Whether the rows of a batch may stay where they lie: a dense layer reads them, and nothing else.
  var readsRowsInPlace: Bool { (operations.first as? DenseOperation)?.input == input }

  /// Of more owners each would wait for the memory that the others read the same batch from.
  private static let mostOwnBatches = 4

  /// The floats that a plan may have: 4 GiB.
  static let floatLimit = 1 << 30

  /// - Throws: `outOfRange` for "batch" where the batch does not fit into memory.
  init(_ network: Network, _ examples: Examples, _ request: PlanRequest) throws(EngineError) {
    var builder = PlanBuilder(
      inputShape: network.inputShape, layers: network.layers.count, capacity: request.capacity,
      isTraining: request.hasGradients, seed: request.seed)
    input = builder.current
    output = builder.current
    outputShape = builder.shape
    layParameters(network, request, &builder)
    layLayers(network, &builder)
    layOutput(network, examples, request, &builder)
    operations = builder.operations
    let ownFloats = layOwnBatches(&builder)
    let scalingCount = examples.gatheredScaling?.shift.count ?? 0
    shift = builder.reserve(scalingCount)
    scale = builder.reserve(scalingCount)
    order = builder.reserveIntegers(request.orderCapacity)
    scratchCount = builder.scratchCount
    let chunks = Region.chunks(threads: request.pool?.threads ?? 1)
    scratch = builder.reserve(scratchCount * chunks)
    windows = builder.windows
    products = builder.products
    backwardStart = builder.backwardStart ?? backwardCount
    floatCount = builder.floatCount
    integerCount = builder.integerCount
    guard floatCount <= Self.floatLimit else {
      let fixed = floatCount - min(floatCount, builder.floatsPerRow * request.capacity)
      let fitting = max(0, Self.floatLimit - fixed) / max(1, builder.floatsPerRow)
      throw .outOfRange(
        what: "batch", valid: "1 to \(max(1, fitting))", actual: Double(request.capacity))
    }
    if owners > 0, isLong(rows: request.capacity) {
      var whole = request
      whole.keepsGradients = true
      self = try PlanLayout(network, examples, whole)
      return
    }
    try requireMemory(of: request, besides: ownFloats)
  }

  /// Asks for the memory of the plan as it is on one thread, so that no refusal depends on them.
  private func requireMemory(
    of request: PlanRequest, besides ownFloats: Int
  ) throws(EngineError) {
    let scratches = Region.chunks(threads: request.pool?.threads ?? 1) - 1
    let floats = floatCount - scratchCount * scratches - ownFloats
    do throws(MemoryShortage) {
      try MemoryBudget.current.require(
        MemoryBudget.sum(
          MemoryBudget.bytes(of: Float.self, floats),
          MemoryBudget.bytes(of: Int32.self, integerCount)),
        for: .batch(request.capacity))
    } catch {
      throw .memory(error)
    }
  }

  /// What is trained lies together, and its gradients and slots lie alike, so that one update
  /// runs over all of it. What is not trained lies behind it and has neither.
  private mutating func layParameters(
    _ network: Network, _ request: PlanRequest, _ builder: inout PlanBuilder
  ) {
    let specifications = network.layerSpecifications()
    let trained = network.trainedParameters(of: specifications)
    owners = request.owners(
      ofFloats: zip(network.parameters, trained).reduce(0) { sum, layer in
        sum + zip(layer.0.tensors, layer.1).reduce(0) { $0 + ($1.1 ? $1.0.count : 0) }
      })
    parameters = network.parameters.map { layer in
      layer.tensors.map { ParameterPlace(values: 0, gradient: nil, count: $0.count) }
    }
    parameterStart = builder.floatCount
    place(trained, { $0 }, &builder)
    trainedFloats = builder.floatCount - parameterStart
    place(trained, { !$0 }, &builder)
    parameterFloats = builder.floatCount - parameterStart
    gradientStart = request.hasGradients ? builder.reserve(trainedFloats) : parameterStart
    for layer in parameters.indices where request.hasGradients {
      for index in parameters[layer].indices where trained[layer][index] {
        parameters[layer][index].gradient =
          parameters[layer][index].values - parameterStart + gradientStart
      }
    }
    for _ in request.optimizer?.slotNames ?? [] {
      slotStarts.append(builder.reserve(trainedFloats))
    }
    layPenalties(specifications, trained, request)
    divideKernels(specifications)
  }

  /// Gives columns of the kernels of dense layers to the owners: not of those that are summed up as
  /// they lie, for a penalty or a limit of their norms.
  private mutating func divideKernels(_ specifications: [[ParameterSpecification]]) {
    guard owners > 1 else { return }
    for (layer, all) in zip(0..., specifications) {
      for (index, parameter) in all.enumerated() where parameter.role == .kernel {
        let place = parameters[layer][index]
        if parameter.shape.rank == 2, place.gradient != nil, penalty(on: place) == nil,
          !normLimits.contains(where: { $0.parameter == place }),
          Part.reachesAll(owners, width: parameter.shape.last)
        {
          parameters[layer][index].owners = owners
          parameters[layer][index].columns = parameter.shape.last
        }
      }
    }
  }

  /// The penalty on a parameter.
  func penalty(on place: ParameterPlace) -> PenaltyTerm? {
    penalties.first { $0.parameter == place }
  }

  /// Gives each owner of the first layer a batch of its own, unless they are many; how many floats
  /// these take.
  private mutating func layOwnBatches(_ builder: inout PlanBuilder) -> Int {
    guard (2...Self.mostOwnBatches).contains(owners), readsRowsInPlace,
      var dense = operations.first as? DenseOperation, dense.kernel.owners == owners
    else { return 0 }
    let before = builder.floatCount
    let step = builder.capacity * input.width
    dense.ownBatches = (builder.reserve((owners - 1) * step), step)
    operations[0] = dense
    return builder.floatCount - before
  }

  private mutating func place(
    _ trained: [[Bool]], _ isWanted: (Bool) -> Bool, _ builder: inout PlanBuilder
  ) {
    for layer in parameters.indices {
      for index in parameters[layer].indices where isWanted(trained[layer][index]) {
        parameters[layer][index].values = builder.reserve(parameters[layer][index].count)
      }
    }
  }

  /// The penalties, and the limits of max-norm.
  ///
  /// Frozen kernels have no penalty, as in Keras: no step could make it smaller.
  private mutating func layPenalties(
    _ specifications: [[ParameterSpecification]], _ trained: [[Bool]], _ request: PlanRequest
  ) {
    let penalty = request.penalty
    for (layer, parameters) in zip(0..., specifications) {
      for (index, parameter) in parameters.enumerated() where trained[layer][index] {
        let isPenalized =
          parameter.role == .kernel || (parameter.role == .bias && penalty.penalizesBias)
        let place = self.parameters[layer][index]
        let term = PenaltyTerm(
          parameter: place, l1: parameter.l1 + (isPenalized ? penalty.l1 : 0),
          l2: parameter.l2 + (isPenalized ? penalty.l2 : 0), isProximal: request.isProximal)
        if term.l1 != 0 || term.l2 != 0 { penalties.append(term) }
        if parameter.role == .kernel, let limit = parameter.maxNorm ?? request.maxNorm {
          normLimits.append(
            NormLimit(parameter: place, columns: parameter.shape.last, limit: Float(limit)))
        }
      }
    }
  }

  private mutating func layLayers(_ network: Network, _ builder: inout PlanBuilder) {
    let ordinals = network.ordinals()
    let last = network.layers.lastIndex { $0.outputActivation != nil } ?? network.layers.count
    for (index, layer) in network.layers.enumerated() {
      builder.enter(
        streamName: "\(layer.kind) \(ordinals[index])", parameters: parameters[index],
        isFrozen: network.parameters[index].isFrozen, keepsLogits: index >= last)
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
      if let last = builder.operations.last as? ActivationOperation, last.activation == needed {
        scores = last.input
        backwardCount -= 1
      } else {
        builder.activate(needed, inPlace: false)
      }
    }
    output = builder.current
    outputShape = builder.shape
    guard let loss = request.loss else { return }
    head = layHead(loss, request.lossSettings, scores: scores, examples, &builder)
  }

  private mutating func layHead(
    _ loss: Loss, _ settings: LossSettings, scores: Place, _ examples: Examples,
    _ builder: inout PlanBuilder
  ) -> OutputHead {
    let width = scores.width
    let perRow = loss == .categoricalCrossEntropy ? 1 : width
    var head = OutputHead(
      loss: loss, scores: scores, output: output, store: .values(0, examples: 0),
      losses: builder.reserveRows(width: perRow),
      gradient: scores.gradient ?? builder.reserveRows(width: width))
    if case .classes = examples.targets { head.store = .classes(0, examples: 0) }
    head.prepareTargets(settings.labelSmoothing)
    let needsNumbers = loss != .categoricalCrossEntropy || head.changesTargets
    switch examples.targets {
    case .values(let values, _):
      head.targets = builder.reserveRows(width: width)
      head.store = .values(builder.reserve(values.count), examples: examples.count)
    case .classes(let classes, let count):
      if needsNumbers { head.targets = builder.reserveRows(width: width) }
      head.store = .classes(builder.reserveIntegers(classes.count), examples: examples.count)
      if let weights = settings.classWeights, weights.count == count {
        classWeights = weights.map { Float($0) }
        head.weights = (builder.reserve(count), builder.reserveRows(width: 1))
        head.weightCount = count
      }
      if width > 1 || head.weights != nil {
        head.classes = builder.reserveIntegers(builder.capacity)
      }
    }
    return head
  }
}
