public import TensorEngine

/// Every output is an activation of a weighted sum of all inputs and a bias.
///
///     y = f(x · W + b)
///
/// | value | shape |
/// | --- | --- |
/// | x, flattened | [N, inputs] |
/// | kernel W | [inputs, units] |
/// | bias b | [units] |
/// | y | [N, units] |
///
/// An image or any other shape is flattened first.
public struct Dense: Layer {
  /// Typed as `dense`.
  public static let kind = "dense"
  /// One unit; how many there are is always typed.
  public static let usual = Dense(units: 1)
  /// `units` and `activation`, which are typed without their names, then `initializer`, `bias`,
  /// `l1`, `l2`, `max_norm` and `name`.
  public static let settings: [Setting<Dense>] = [
    .positional(
      "units", .count(\.units, 1...1_000_000),
      missing: "dense needs a number of units: dense 8 tanh"),
    .activation(\.activation), .initializer(\.initializer), .bias(\.usesBias), .l1(\.l1),
    .l2(\.l2), .maxNorm(\.maxNorm), .name(\.name),
  ]

  /// How many outputs there are: 1 to 1,000,000.
  public var units: Int
  /// The function f that is applied to the weighted sums.
  public var activation: Activation
  /// How the kernel begins; the bias begins at 0.
  public var initializer: Initializer
  /// Whether a unit adds a number of its own to its sum.
  public var usesBias: Bool
  /// The loss gains l1 · Σ|w| over the kernel.
  public var l1: Double
  /// The loss gains l2 · Σw² over the kernel, Keras's form without a half.
  public var l2: Double
  /// What comes into a unit is kept within this norm after each step; nil for no limit.
  public var maxNorm: Double?
  /// The name that the student gave; nil for none.
  public var name: String?

  /// Makes a layer; the defaults are Keras's, and ``outputShape(for:)`` checks the settings.
  public init(
    units: Int, activation: Activation = .linear, initializer: Initializer = .glorotUniform,
    usesBias: Bool = true, l1: Double = 0, l2: Double = 0, maxNorm: Double? = nil,
    name: String? = nil
  ) {
    self.units = units
    self.activation = activation
    self.initializer = initializer
    self.usesBias = usesBias
    self.l1 = l1
    self.l2 = l2
    self.maxNorm = maxNorm
    self.name = name
  }

  /// The activation of the weighted sums, linear among them.
  public var ownActivation: Activation? { activation }

  /// Each unit looks at all inputs.
  public var unitLinks: UnitLinks? { .all }

  /// The shape of an output, `[units]`, for an input of any shape.
  ///
  /// - Throws: `outOfRange` for units outside 1 to 1,000,000 or a negative penalty or a max-norm
  ///   that is not greater than 0.
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    try validateSettings()
    return [units]
  }

  /// The kernel `[inputs, units]` and, where it is used, the bias `[units]`, which begins at 0;
  /// fanIn is the inputs, fanOut the units.
  public func parameters(for input: Shape) -> [ParameterSpecification] {
    let inputs = input.count
    var parameters = [
      ParameterSpecification(
        name: "kernel", role: .kernel, shape: [inputs, units], initializer: initializer,
        fanIn: inputs, fanOut: units, l1: l1, l2: l2, maxNorm: maxNorm)
    ]
    if usesBias {
      parameters.append(
        ParameterSpecification(
          name: "bias", role: .bias, shape: [units], initializer: .zeros, fanIn: inputs,
          fanOut: units))
    }
    return parameters
  }

  /// inputs·units + units; without a bias its first summand.
  public func parameterCount(for input: Shape) -> ParameterCount? {
    let kernel = [ParameterCount.Factor(input.count, .inputs), .init(units, .units)]
    return ParameterCount(usesBias ? [kernel, [.init(units, .units)]] : [kernel])
  }

  /// Inputs of several dimensions stand in one row; nil for an input of one dimension.
  public func outputDerivation(for input: Shape) -> OutputDerivation? {
    input.rank < 2 ? nil : .oneRow(of: input, alone: false)
  }

  /// Appends the matrix product with its bias, and the activation behind it.
  public func lay(into plan: inout PlanBuilder) {
    let input = plan.current
    let output = plan.reserveOutput(width: units)
    plan.append(
      DenseOperation(
        input: input, output: output, kernel: plan.parameter(0),
        bias: usesBias ? plan.parameter(1) : nil, in: &plan))
    plan.advance(to: output, shape: [units])
    plan.activate(activation)
  }
}
