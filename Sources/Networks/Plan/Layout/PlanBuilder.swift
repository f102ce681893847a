import TensorEngine

/// Counts out the memory of a plan, layer by layer, and collects its operations.
///
/// A layer finds its input at ``current``, reserves what it needs, appends operations, and
/// advances to its output.
public struct PlanBuilder {
  /// Pieces begin on 64 bytes.
  static let alignment = 16

  /// The most rows of a batch.
  let capacity: Int
  /// Whether gradients are needed.
  let isTraining: Bool
  private let seed: UInt64
  private(set) var operations: [any PlanOperation] = []
  /// The floats that are taken so far, and those of them that grow with the capacity.
  private(set) var floatCount = 0
  private(set) var floatsPerRow = 0
  private(set) var integerCount = 0
  private(set) var windows: [ImageWindow] = []
  private(set) var products: [PreparedProduct] = []
  /// The floats of scratch memory that a chunk of a region needs.
  private(set) var scratchCount = 0

  /// Where the current layer's input lies, and the shape of one row.
  private(set) var current: Place
  private(set) var shape: Shape
  private var layerParameters: [ParameterPlace] = []
  /// Whether the current layer or one before it has a gradient to learn from.
  private var hasTrained = false
  /// The first operation of the first layer that learns; those before have no way back.
  private(set) var backwardStart: Int?
  /// Whether training leaves the current layer as it is.
  private(set) var isFrozen = false
  private var streamName = ""
  private var keepsLogits = false

  /// - Parameter layers: How many layers are to come; a layer and its activation are two operations.
  init(inputShape: Shape, layers: Int, capacity: Int, isTraining: Bool, seed: UInt64) {
    // An array that grows allocates as often as the heap has it, which no count could tell from a step.
    operations.reserveCapacity(2 * layers + 1)
    self.capacity = capacity
    self.isTraining = isTraining
    self.seed = seed
    shape = inputShape
    current = Place(values: 0, gradient: nil, width: inputShape.count)
    current.values = reserveRows(width: inputShape.count)
  }

  /// The stream of the current layer without the step's number: "dropout 1/step ".
  var stepStream: RandomStream { RandomStream(seed: seed, name: streamName + "/step ") }

  /// Turns to the next layer.
  ///
  /// - Parameters:
  ///   - streamName: The layer's kind and ordinal.
  ///   - parameters: Where its parameters lie.
  ///   - isFrozen: Whether training leaves it as it is.
  ///   - keepsLogits: Whether the values before the layer's activation are needed later.
  mutating func enter(
    streamName: String, parameters: [ParameterPlace], isFrozen: Bool, keepsLogits: Bool
  ) {
    self.streamName = streamName
    layerParameters = parameters
    self.isFrozen = isFrozen
    hasTrained = hasTrained || parameters.contains { $0.gradient != nil }
    if hasTrained && backwardStart == nil { backwardStart = operations.count }
    self.keepsLogits = keepsLogits
  }

  /// The place of one of the current layer's parameters.
  func parameter(_ index: Int) -> ParameterPlace { layerParameters[index] }

  /// Reserves floats.
  mutating func reserve(_ count: Int) -> Int {
    let offset = floatCount
    floatCount += (count + Self.alignment - 1) / Self.alignment * Self.alignment
    return offset
  }

  /// Reserves `[capacity, width]` floats.
  mutating func reserveRows(width: Int) -> Int {
    floatsPerRow += width
    return reserve(capacity * width)
  }

  /// Reserves integers.
  mutating func reserveIntegers(_ count: Int) -> Int {
    let offset = integerCount
    integerCount += (count + Self.alignment - 1) / Self.alignment * Self.alignment
    return offset
  }

  /// Reserves the output of the current layer, with a gradient where one is needed.
  ///
  /// - Parameter sharingGradient: The gradient of the input is changed in place on its way back.
  mutating func reserveOutput(width: Int, sharingGradient: Bool = false) -> Place {
    let values = reserveRows(width: width)
    let gradient: Int?
    if sharingGradient {
      gradient = current.gradient
    } else {
      gradient = isTraining && hasTrained ? reserveRows(width: width) : nil
    }
    return Place(values: values, gradient: gradient, width: width)
  }

  mutating func append(_ operation: some PlanOperation) { operations.append(operation) }

  /// Numbers a window for the operations, and reserves what its convolution needs.
  mutating func window(_ window: ImageWindow, isConvolution: Bool) -> Int {
    windows.append(window)
    if isConvolution {
      let aligned = (window.scratchCount + Self.alignment - 1) / Self.alignment * Self.alignment
      scratchCount = max(scratchCount, aligned)
    }
    return windows.count - 1
  }

  /// Numbers a product for the operations.
  mutating func product(_ product: PreparedProduct) -> Int {
    products.append(product)
    return products.count - 1
  }

  /// Leaves the way back of a relu that made the current place to the operation behind it, and
  /// says whether there is one.
  mutating func takeOverRectifier() -> Bool {
    guard var rectifier else { return false }
    rectifier.isBackwardFused = true
    operations[operations.count - 1] = rectifier
    return true
  }

  /// Leaves both ways of a relu that made the current place to the operation behind it, and says
  /// what goes into it; nil where there is none, or where its way forth is done before.
  mutating func takeOverWholeRectifier() -> Place? {
    guard var rectifier, !rectifier.isForwardFused else { return nil }
    rectifier.isForwardFused = true
    rectifier.isBackwardFused = true
    operations[operations.count - 1] = rectifier
    return rectifier.input
  }

  /// The relu that made the current place.
  private var rectifier: ActivationOperation? {
    guard let operation = operations.last as? ActivationOperation,
      operation.activation == .relu, operation.output == current
    else { return nil }
    return operation
  }

  /// Makes a place with rows of a shape the current one.
  mutating func advance(to place: Place, shape: Shape) {
    current = place
    self.shape = shape
  }

  /// Whether an activation of the current layer changes its input in place.
  var activatesInPlace: Bool { !keepsLogits }

  /// Appends an activation of the current place; in place where nothing else reads the input.
  ///
  /// - Parameter isForwardFused: The operation before it does its way forth along with its own.
  mutating func activate(
    _ activation: Activation, slope: Double = Activation.standardSlope, inPlace: Bool = true,
    isForwardFused: Bool = false
  ) {
    if activation == .linear { return }
    let input = current
    let isReadAgain = keepsLogits || (isTraining && activation.needsInput)
    let output =
      inPlace && !isReadAgain
      ? input : reserveOutput(width: input.width, sharingGradient: true)
    append(
      ActivationOperation(
        activation: activation, slope: Float(slope), input: input, output: output,
        columns: shape.last, isForwardFused: isForwardFused))
    advance(to: output, shape: shape)
  }
}
