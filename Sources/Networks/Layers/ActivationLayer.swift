public import TensorEngine

/// Applies an activation to what comes in, and keeps its shape.
///
/// Softmax runs over the last dimension.
public struct ActivationLayer: Layer {
  /// Typed as `activation`.
  public static let kind = LayerKind.activation

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

  /// `activation`, which is typed without its name, `slope` and `name`.
  public var settings: [LayerSetting] {
    [
      LayerSetting("activation", .word(activation.rawValue), isPositional: true),
      LayerSetting(
        "slope", .number(slope ?? Activation.standardSlope), isDefault: slope == nil),
      LayerSetting("name", .word(name ?? ""), isDefault: name == nil),
    ]
  }

  /// The activation; nil where it is linear, since the outputs are then those of the layer before.
  public var outputActivation: Activation? { activation == .linear ? nil : activation }

  /// The shape of the input.
  ///
  /// - Throws: `outOfRange` for a slope below 0, `badValue` for one of another activation than
  ///   `leaky_relu`.
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    guard let slope else { return input }
    guard activation == .leakyRelu else {
      throw .badValue(
        what: "slope", valid: Activation.leakyRelu.rawValue, actual: activation.rawValue)
    }
    try SettingCheck.notNegative(slope, "slope")
    return input
  }

  /// Appends the activation, which leaves its input as it is; nothing where it is linear.
  public func lay(into plan: inout PlanBuilder) {
    plan.activate(activation, slope: slope ?? Activation.standardSlope, inPlace: false)
  }
}
