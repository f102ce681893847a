public import TensorEngine

/// Makes each feature's values of a batch have mean 0 and variance 1, then scales and shifts them
/// by what it learns; on images [h, w, c] each channel's.
///
///     training:   x̂ = (x - μ) / √(σ² + ε),  y = γ x̂ + β
///     inference:  the same with the moving mean and the moving variance
///
/// | value | shape |
/// | --- | --- |
/// | x, y | [N, …, features] |
/// | γ `gamma`, at first 1; β `beta`, at first 0; trained | [features] |
/// | `moving_mean`, at first 0; `moving_variance`, at first 1; not trained | [features] |
///
/// μ and σ² are over the batch, and on images over all pixels of it; σ² is the mean square, not
/// divided by N - 1. Each forward pass of training moves the statistics, before the optimizer
/// changes γ and β:
///
///     moving = momentum · moving + (1 - momentum) · batch
///
/// A batch of one row has the variance 0, so that y = β. A frozen layer uses and keeps its moving
/// statistics in training too. The defaults are Keras's; PyTorch's momentum is 1 - momentum, and
/// it moves the variance by the unbiased one.
///
/// Source: Ioffe and Szegedy, "Batch Normalization", 2015, algorithms 1 and 2.
public struct BatchNorm: Layer {
  /// Typed as `batchnorm`.
  public static let kind = "batchnorm"
  /// Keras's settings.
  public static let usual = BatchNorm()
  /// `momentum`, `epsilon`, `scale`, `center`, `gamma`, `beta` and `name`, all typed by name.
  public static let settings: [Setting<BatchNorm>] = [
    Setting(
      "momentum", .number(\.momentum, .upToOne.usually("0.9 to 0.99")),
      meaning: "how much of the moving statistics stays in a step"),
    Setting(
      "epsilon", .number(\.epsilon, .positive), meaning: "what is added to the variance"),
    Setting("scale", .flag(\.usesScale), meaning: "learn gamma"),
    Setting("center", .flag(\.usesCenter), meaning: "learn beta"),
    Setting(
      "gamma", .initializer(\.gamma), meaning: "how gamma begins",
      condition: SettingCondition(
        refusal: "scale=no leaves gamma out, so it cannot begin with something"
      ) { $0.usesScale }),
    Setting(
      "beta", .initializer(\.beta), meaning: "how beta begins",
      condition: SettingCondition(
        refusal: "center=no leaves beta out, so it cannot begin with something"
      ) { $0.usesCenter }),
    .name(\.name),
  ]

  /// How much of the moving statistics stays in a step, from 0 to 1.
  public var momentum: Double
  /// What is added to the variance, greater than 0.
  public var epsilon: Double
  /// Whether γ is learned; else it is 1 and no parameter.
  public var usesScale: Bool
  /// Whether β is learned; else it is 0 and no parameter.
  public var usesCenter: Bool
  /// How γ begins.
  public var gamma: Initializer
  /// How β begins.
  public var beta: Initializer
  /// The name that the student gave; nil for none.
  public var name: String?

  /// Makes a layer; the defaults are Keras's, and ``outputShape(for:)`` checks the settings.
  public init(
    momentum: Double = 0.99, epsilon: Double = 0.001, usesScale: Bool = true,
    usesCenter: Bool = true, gamma: Initializer = .ones, beta: Initializer = .zeros,
    name: String? = nil
  ) {
    self.momentum = momentum
    self.epsilon = epsilon
    self.usesScale = usesScale
    self.usesCenter = usesCenter
    self.gamma = gamma
    self.beta = beta
    self.name = name
  }

  /// They are normalized over the batch.
  public var trainingEffect: TrainingEffect? { .normalizes }

  /// The shape of the input.
  ///
  /// - Throws: `outOfRange` for a momentum outside 0 to 1 or an epsilon that is not above 0.
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    try validateSettings()
    return input
  }

  /// γ and β where they are learned, the moving mean and the moving variance, in this order and
  /// each `[features]`; the features are the last dimension of the input.
  public func parameters(for input: Shape) -> [ParameterSpecification] {
    let features = input.last
    var parameters: [ParameterSpecification] = []
    func add(_ name: String, _ role: ParameterSpecification.Role, _ initializer: Initializer) {
      parameters.append(
        ParameterSpecification(
          name: name, role: role, shape: [features], initializer: initializer, fanIn: features,
          fanOut: features))
    }
    if usesScale { add("gamma", .scale, gamma) }
    if usesCenter { add("beta", .shift, beta) }
    add("moving_mean", .movingMean, .zeros)
    add("moving_variance", .movingVariance, .ones)
    return parameters
  }

  /// 2·features + 2·features: γ and β, of which either may be left out, then the two moving
  /// statistics.
  public func parameterCount(for input: Shape) -> ParameterCount? {
    let features = ParameterCount.Factor(input.last, .features)
    let two = [ParameterCount.Factor(2, .numbersPerFeature), features]
    return switch (usesScale, usesCenter) {
    case (true, true): ParameterCount([two, two])
    case (false, false): ParameterCount([two])
    default: ParameterCount([[features], two])
    }
  }

  /// Appends the normalization, with an output of its own and scratch memory for its statistics.
  public func lay(into plan: inout PlanBuilder) {
    let input = plan.current
    let columns = plan.shape.last
    let output = plan.reserveOutput(
      width: input.width, sharingGradient: input.gradient != nil)
    let statistics = (usesScale ? 1 : 0) + (usesCenter ? 1 : 0)
    plan.append(
      BatchNormOperation(
        input: input, output: output, columns: columns,
        gamma: usesScale ? plan.parameter(0) : nil,
        beta: usesCenter ? plan.parameter(statistics - 1) : nil,
        movingMean: plan.parameter(statistics),
        movingVariance: plan.parameter(statistics + 1),
        scratch: BatchNormOperation.Scratch(
          start: plan.reserve(BatchNormOperation.Scratch.vectors * columns), columns: columns),
        momentum: momentum, epsilon: epsilon, isFrozen: plan.isFrozen))
    plan.advance(to: output, shape: plan.shape)
  }
}
