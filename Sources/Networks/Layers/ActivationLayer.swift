public import TensorEngine

/// Applies an activation to what comes in, and keeps its shape.
///
/// Softmax runs over the last dimension.
public struct ActivationLayer: Layer {
  public static let kind = LayerKind.activation

  public var activation: Activation
  /// The slope of `leaky_relu` left of 0, 0 or more; nil for ``Activation/standardSlope``, 0.2.
  public var slope: Double?
  public var name: String?

  public init(_ activation: Activation, slope: Double? = nil, name: String? = nil) {
    self.activation = activation
    self.slope = slope
    self.name = name
  }

  public var settings: [LayerSetting] {
    [
      LayerSetting("activation", .word(activation.rawValue), isPositional: true),
      LayerSetting(
        "slope", .number(slope ?? Activation.standardSlope), isDefault: slope == nil),
      LayerSetting("name", .word(name ?? ""), isDefault: name == nil),
    ]
  }

  public var outputActivation: Activation? { activation == .linear ? nil : activation }

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

  public func lay(into plan: inout PlanBuilder) {
    plan.activate(activation, slope: slope ?? Activation.standardSlope, inPlace: false)
  }
}
