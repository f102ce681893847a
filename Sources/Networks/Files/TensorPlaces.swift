import JSON
import TensorEngine

/// Which tensors of a network's file belong where, as JSON.
struct TensorPlaces: Codable {
  /// What a file says of one layer's parameters.
  struct LayerNote: Codable {
    /// The names of the parameters' tensors in the file, in the layer's own order.
    var tensors: [String]
    /// Whether the values come from training or from the student's hand.
    var isLearned: Bool
    /// Whether training leaves the layer as it is.
    var isFrozen: Bool
  }

  var layers: [LayerNote]
  /// For each slot of the optimizer, the names of its tensors in the file.
  var slots: [[String]]

  init(_ network: Network, _ names: TensorNames) {
    layers = zip(names.parameters, network.parameters).map {
      LayerNote(tensors: $0, isLearned: $1.isLearned, isFrozen: $1.isFrozen)
    }
    slots = names.slots(of: network)
  }

  /// A state of a file with its optimizer's slots.
  ///
  /// - Parameters:
  ///   - state: What the file says of the training, without tensors.
  ///   - file: The file.
  ///   - shapes: What a slot's tensors must be, in order.
  /// - Throws: `NetworkFileError` for counts that can't be, settings out of their ranges, and
  ///   slots that are missing or of another shape.
  func filled(
    _ state: TrainingState, from file: Safetensors, shapes: [Shape]
  ) throws(NetworkFileError) -> TrainingState {
    try Self.check(state)
    var state = state
    guard var optimizer = state.optimizer else { return state }
    try NetworkDocument.checkCount(optimizer.steps, .optimizerSteps)
    try NetworkFileError.checking(.optimizer) { () throws(EngineError) in
      try optimizer.optimizer.validate()
    }
    guard slots.count == optimizer.optimizer.slotNames.count else {
      throw .content(
        .slotCount(
          optimizer: optimizer.optimizer.kind.rawValue, optimizer.optimizer.slotNames.count,
          inFile: slots.count))
    }
    for names in slots {
      var tensors: [Tensor] = []
      guard names.count == shapes.count else {
        throw .content(.slotSize(names.count, expected: shapes.count))
      }
      for (name, shape) in zip(names, shapes) {
        tensors.append(try file.tensor(name, ofShape: shape))
      }
      optimizer.slots.append(tensors)
    }
    state.optimizer = optimizer
    return state
  }

  /// Refuses counts and settings that no training can have.
  private static func check(_ state: TrainingState) throws(NetworkFileError) {
    try NetworkDocument.checkCount(state.epochs, .epochs)
    try NetworkDocument.checkCount(state.steps, .steps)
    try NetworkFileError.checking(.loss) { () throws(EngineError) in
      try SettingCheck.fraction(state.lossSettings.labelSmoothing, "label_smoothing")
      for weight in state.lossSettings.classWeights ?? [] {
        try SettingCheck.notNegative(weight, "class_weight")
      }
    }
    try NetworkFileError.checking(.penalty) { () throws(EngineError) in
      try SettingCheck.notNegative(state.penalty.l1, "l1")
      try SettingCheck.notNegative(state.penalty.l2, "l2")
    }
    try NetworkFileError.checking(.schedule) { () throws(EngineError) in
      try state.plateau?.validate()
    }
  }
}

extension Safetensors {
  /// The tensor of a name, with finite numbers.
  ///
  /// - Throws: `NetworkFileError` if it is missing, of another shape, or not finite.
  func tensor(_ name: String, ofShape shape: Shape) throws(NetworkFileError) -> Tensor {
    guard let tensor = tensor(name) else {
      throw .tensor(name, .missing(instead: nil))
    }
    guard tensor.shape == shape else {
      throw .tensor(name, .badShape(actual: tensor.shape, expected: shape))
    }
    guard tensor.elements.allSatisfy({ $0.isFinite }) else { throw .tensor(name, .notFinite) }
    return tensor
  }
}
