public import TensorEngine

/// Sets a random part of its inputs to 0 in each training step.
///
/// With rate p, each input is 0 with probability p, and otherwise multiplied by 1 / (1 - p), so
/// that the mean stays. In evaluation and prediction nothing is dropped. A dropped input has the
/// gradient 0 in that step.
///
/// Source: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, 2014, section 10 for the
/// scaling in training ("inverted dropout").
public struct Dropout: Layer {
  /// Typed as `dropout`.
  public static let kind = "dropout"
  /// Nothing is dropped; the rate is always typed.
  public static let usual = Dropout(rate: 0)
  /// `rate`, which is typed without its name, and `name`.
  public static let settings: [Setting<Dropout>] = [
    .positional(
      "rate",
      .number(\.rate, .belowOne.because("it is the share of outputs switched off")),
      noun: kind, missing: "dropout needs a rate: dropout 0.3"),
    .name(\.name),
  ]

  /// The probability of an input to be dropped, from 0 to less than 1.
  public var rate: Double
  /// The name that the student gave; nil for none.
  public var name: String?

  /// Makes a layer; its rate is checked by ``outputShape(for:)``.
  public init(rate: Double, name: String? = nil) {
    self.rate = rate
    self.name = name
  }

  /// True: what is dropped is dropped in training.
  public var passesInputs: Bool { true }

  /// Some are dropped.
  public var trainingEffect: TrainingEffect? { .drops }

  /// The shape of the input.
  ///
  /// - Throws: `outOfRange` for a rate outside [0, 1).
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    try validateSettings()
    return input
  }

  /// Appends the dropout with room for its mask, `[N, width]`, drawn from the layer's own stream
  /// for each step, and takes over a relu right before it.
  public func lay(into plan: inout PlanBuilder) {
    let input = plan.current
    let unrectified = plan.takeOverWholeRectifier()
    let output = plan.reserveOutput(width: input.width, sharingGradient: true)
    plan.append(
      DropoutOperation(
        input: input, output: output, mask: plan.reserveRows(width: input.width), rate: rate,
        stream: plan.stepStream, unrectified: unrectified))
    plan.advance(to: output, shape: plan.shape)
  }
}
