public import TensorEngine

/// Adds normal noise to its inputs in each training step.
///
///     y = x + z,  z normal with mean 0 and the given deviation
///
/// In evaluation and prediction nothing is added, and the gradient passes as it is. Keras's
/// GaussianNoise.
public struct GaussianNoise: Layer {
  public static let kind = LayerKind.gaussianNoise

  /// The standard deviation of the noise, 0 or more.
  public var deviation: Double
  public var name: String?

  public init(deviation: Double, name: String? = nil) {
    self.deviation = deviation
    self.name = name
  }

  public var settings: [LayerSetting] {
    [
      LayerSetting("deviation", .number(deviation), isPositional: true),
      LayerSetting("name", .word(name ?? ""), isDefault: name == nil),
    ]
  }

  public var outputActivation: Activation? { .linear }

  /// - Throws: `outOfRange` for a deviation below 0.
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    try SettingCheck.notNegative(deviation, "deviation")
    return input
  }

  public func lay(into plan: inout PlanBuilder) {
    let input = plan.current
    let output = plan.reserveOutput(width: input.width, sharingGradient: true)
    plan.append(
      GaussianNoiseOperation(
        input: input, output: output, deviation: Float(deviation), stream: plan.stepStream))
    plan.advance(to: output, shape: plan.shape)
  }
}
