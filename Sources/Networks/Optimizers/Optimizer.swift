public import TensorEngine

/// The rule by which a step changes the parameters, with its settings.
///
/// What an optimizer remembers between steps is apart, in ``OptimizerState``.
public enum Optimizer: Hashable, Codable, Sendable {
  case sgd(SGD)
  case adam(Adam)

  /// The table of optimizers: the names are Keras's.
  public enum Kind: String, CaseIterable, Sendable {
    case sgd
    case adam

    /// The optimizer of this kind with Keras's defaults, and with its rate where one is given.
    public func optimizer(learningRate: Double? = nil) -> Optimizer {
      var optimizer: Optimizer
      switch self {
      case .sgd: optimizer = .sgd(SGD())
      case .adam: optimizer = .adam(Adam())
      }
      if let learningRate { optimizer.learningRate = learningRate }
      return optimizer
    }
  }

  public var kind: Kind {
    switch self {
    case .sgd: .sgd
    case .adam: .adam
    }
  }

  /// The step size, per step.
  public var learningRate: Double {
    get {
      switch self {
      case .sgd(let settings): settings.learningRate
      case .adam(let settings): settings.learningRate
      }
    }
    set {
      switch self {
      case .sgd(var settings):
        settings.learningRate = newValue
        self = .sgd(settings)
      case .adam(var settings):
        settings.learningRate = newValue
        self = .adam(settings)
      }
    }
  }

  /// What is remembered for each parameter between steps, by name.
  public var slotNames: [String] {
    switch self {
    case .sgd(let settings): settings.momentum == 0 ? [] : ["velocity"]
    case .adam: ["first moment", "second moment"]
    }
  }

  /// - Throws: `outOfRange` for a setting outside its range.
  public func validate() throws(EngineError) {
    switch self {
    case .sgd(let settings): try settings.validate()
    case .adam(let settings): try settings.validate()
    }
  }
}
