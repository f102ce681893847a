public import TensorEngine

/// Adds normal noise to its inputs in each training step.
///
///     y = x + z,  z normal with mean 0 and the given deviation
///
/// In evaluation and prediction nothing is added, and the gradient passes as it is. Keras's
/// GaussianNoise.
public struct GaussianNoise: Layer {
  /// Typed as `gaussian_noise`.
  public static let kind = "gaussian_noise"
  /// No noise; the deviation is always typed.
  public static let usual = GaussianNoise(deviation: 0)
  /// `deviation`, which is typed without its name, and `name`.
  public static let settings: [Setting<GaussianNoise>] = [
    .positional(
      "deviation",
      .number(
        \.deviation, .notNegative.because("it is the standard deviation of what is added")),
      noun: kind, missing: "gaussian_noise needs a standard deviation: gaussian_noise 0.1"),
    .name(\.name),
  ]

  /// The standard deviation of the noise, 0 or more.
  public var deviation: Double
  /// The name that the student gave; nil for none.
  public var name: String?

  /// Makes a layer; its deviation is checked by ``outputShape(for:)``.
  public init(deviation: Double, name: String? = nil) {
    self.deviation = deviation
    self.name = name
  }

  /// True: the noise is added in training.
  public var passesInputs: Bool { true }

  /// Noise is added.
  public var trainingEffect: TrainingEffect? { .addsNoise }

  /// The shape of the input.
  ///
  /// - Throws: `outOfRange` for a deviation below 0.
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    try validateSettings()
    return input
  }

  /// Appends the noise, drawn from the layer's own stream for each step; its output lies beside its
  /// input.
  public func lay(into plan: inout PlanBuilder) {
    let input = plan.current
    let output = plan.reserveOutput(width: input.width, sharingGradient: true)
    plan.append(
      GaussianNoiseOperation(
        input: input, output: output, deviation: Float(deviation), stream: plan.stepStream))
    plan.advance(to: output, shape: plan.shape)
  }
}
