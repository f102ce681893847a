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
    try NetworkDocument.checkCount(optimizer.steps, "the number of the optimizer's steps")
    try NetworkFileError.checking("the optimizer") { () throws(EngineError) in
      try optimizer.optimizer.validate()
    }
    guard slots.count == optimizer.optimizer.slotNames.count else {
      throw NetworkFileError(
        "\(optimizer.optimizer.kind.rawValue) remembers "
          + "\(optimizer.optimizer.slotNames.count) slots, and the file has \(slots.count)")
    }
    for names in slots {
      var tensors: [Tensor] = []
      guard names.count == shapes.count else {
        throw NetworkFileError(
          "a slot of the optimizer has \(names.count) tensors, not \(shapes.count)")
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
    try NetworkDocument.checkCount(state.epochs, "the number of epochs")
    try NetworkDocument.checkCount(state.steps, "the number of steps")
    try NetworkFileError.checking("the loss") { () throws(EngineError) in
      try SettingCheck.fraction(state.lossSettings.labelSmoothing, "label_smoothing")
      for weight in state.lossSettings.classWeights ?? [] {
        try SettingCheck.notNegative(weight, "class_weight")
      }
    }
    try NetworkFileError.checking("the penalty") { () throws(EngineError) in
      try SettingCheck.notNegative(state.penalty.l1, "l1")
      try SettingCheck.notNegative(state.penalty.l2, "l2")
    }
    try NetworkFileError.checking("the schedule") { () throws(EngineError) in
      try state.plateau?.validate()
    }
  }
}

extension NetworkFileError {
  /// Checks settings, and words what the engine refuses.
  static func checking(
    _ part: String, _ check: () throws(EngineError) -> Void
  ) throws(NetworkFileError) {
    do {
      try check()
    } catch {
      throw NetworkFileError("\(part): \(text(of: error))")
    }
  }

  /// A refusal of the engine in words.
  static func text(of error: EngineError) -> String {
    switch error {
    case .outOfRange(let what, let valid, let actual): "\(what) must be \(valid), not \(actual)"
    case .badValue(let what, let valid, let actual): "\(what) must be \(valid), not \(actual)"
    case .shapeMismatch(let what, let expected, let actual):
      "\(what) needs \(expected), but it is \(actual)"
    case .needsImage(let layer, let input): "\(layer) needs images, but its input is \(input)"
    case .windowTooLarge(let layer, let window, let image):
      "the \(window) window of \(layer) does not fit into \(image)"
    case .diverged(_, _, let what): "the \(what) is not finite"
    }
  }
}

extension Safetensors {
  /// The tensor of a name, with finite numbers.
  ///
  /// - Throws: `NetworkFileError` if it is missing, of another shape, or not finite.
  func tensor(_ name: String, ofShape shape: Shape) throws(NetworkFileError) -> Tensor {
    guard let tensor = tensor(name) else {
      throw NetworkFileError("the tensor \(Self.shown(name)) is missing")
    }
    guard tensor.shape == shape else {
      throw NetworkFileError("\(Self.shown(name)) is \(tensor.shape), and \(shape) is expected")
    }
    guard tensor.elements.allSatisfy({ $0.isFinite }) else {
      throw NetworkFileError(
        "\(Self.shown(name)) holds a value that is no finite number",
        hint: "a network with such a weight can't compute anything")
    }
    return tensor
  }
}
