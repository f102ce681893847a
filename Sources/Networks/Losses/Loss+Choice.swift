extension Loss {
  /// The loss that goes with the activation of the outputs and the targets.
  ///
  /// | targets | outputs | loss |
  /// | --- | --- | --- |
  /// | classes | sigmoid | binary cross-entropy |
  /// | classes | softmax | categorical cross-entropy |
  /// | classes | any other | mean squared error |
  /// | numbers | any | mean squared error |
  public static func following(_ activation: Activation, _ targets: TargetForm) -> Loss {
    switch (targets, activation) {
    case (.classes, .sigmoid): .binaryCrossEntropy
    case (.classes, .softmax): .categoricalCrossEntropy
    case (.classes, _), (.values, _): .meanSquaredError
    }
  }

  /// The activation that turns logits into what this loss compares; nil where it compares the
  /// outputs as they are.
  var logitActivation: Activation? {
    switch self {
    case .binaryCrossEntropy: .sigmoid
    case .categoricalCrossEntropy: .softmax
    case .meanSquaredError, .meanAbsoluteError, .hinge: nil
    }
  }

  /// Whether the outputs, or what follows from them, are probabilities.
  public var givesProbabilities: Bool { logitActivation != nil }

  /// Whether its targets are -1 and 1, classes among them; else those of two classes are 0 and 1.
  var comparesSigns: Bool { self == .hinge }

  /// A single output above this is class 1: 0 where the targets are -1 and 1, else 0.5.
  public var decisionThreshold: Float { comparesSigns ? 0 : 0.5 }

  /// The same for the scores that the loss reads: logits, where it takes an activation along.
  var scoreThreshold: Float { logitActivation == nil ? decisionThreshold : 0 }
}
