public import TensorEngine

/// Applies an activation to what comes in, and keeps its shape.
///
/// Softmax runs over the last dimension.
public struct ActivationLayer: Layer {
  /// Typed as `activation`.
  public static let kind = "activation"
  /// A line; what it applies is always typed.
  public static let usual = ActivationLayer(.linear)
  /// `activation`, which is typed without its name, `slope` and `name`.
  public static let settings: [Setting<ActivationLayer>] = [
    .activation(\.activation, missing: "activation needs a function: activation relu"),
    Setting(
      "slope", .optionalNumber(\.slope, .notNegative), standard: "0.2",
      meaning: "its slope left of 0 (Keras's layer LeakyReLU has 0.3)",
      condition: SettingCondition(
        owner: "leaky_relu", refusal: "slope belongs to leaky_relu",
        hint: "add activation leaky_relu slope=0.3"
      ) { $0.activation.takesSlope }),
    .name(\.name),
  ]

  /// The function that is applied to each input.
  public var activation: Activation
  /// The slope of `leaky_relu` left of 0, 0 or more; nil for ``Activation/standardSlope``, 0.2.
  public var slope: Double?
  /// The name that the student gave; nil for none.
  public var name: String?

  /// Makes a layer; its settings are checked by ``outputShape(for:)``.
  ///
  /// - Parameters:
  ///   - activation: The function that is applied to each input.
  ///   - slope: The slope of `leaky_relu` left of 0; nil for 0.2, and for any other activation.
  ///   - name: The name that the student gave.
  public init(_ activation: Activation, slope: Double? = nil, name: String? = nil) {
    self.activation = activation
    self.slope = slope
    self.name = name
  }

  /// The activation; nil where it is linear.
  public var ownActivation: Activation? { activation == .linear ? nil : activation }

  /// The same: where it is linear, the outputs are those of the layer before.
  public var outputActivation: Activation? { ownActivation }

  /// The shape of the input.
  ///
  /// - Throws: `outOfRange` for a slope below 0, `misfit` for one of another activation than
  ///   `leaky_relu`.
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    guard slope != nil else { return input }
    guard activation.takesSlope else {
      throw .misfit(
        what: "slope",
        .belongsElsewhere(owners: [Activation.leakyRelu.rawValue], other: activation.rawValue))
    }
    try validateSettings()
    return input
  }

  /// Appends the activation, which leaves its input as it is; nothing where it is linear.
  public func lay(into plan: inout PlanBuilder) {
    plan.activate(activation, slope: slope ?? Activation.standardSlope, inPlace: false)
  }
}
