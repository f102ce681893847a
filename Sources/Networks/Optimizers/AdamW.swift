/// Adam with decoupled weight decay: its rule is ``Adam``'s, and each step first shrinks every
/// parameter, by 0.004 times the rate unless the training asks for another decay.
///
///     w ← w - η · d · w
///     w ← Adam's step, with the gradient of the old w
///
/// Source: Loshchilov and Hutter, 2019, algorithm 2; the default is Keras's.
public struct AdamW: UpdateRule {
  /// The settings of the moments.
  public var adam: Adam

  /// Makes an optimizer with an ``Adam``'s settings; how much the weights decay is
  /// ``TrainingSettings/weightDecay``.
  public init(_ adam: Adam = Adam()) {
    self.adam = adam
  }

  /// The step size η, which the decay is multiplied by too, per step; greater than 0.
  public var learningRate: Double {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  /// The settings that Keras begins with.
  public static let usual = AdamW()
  /// Its settings besides the rate, each declared once.
  public static let settings: [Setting<AdamW>] = [
    .beta1(\.adam.beta1), .beta2(\.adam.beta2), .epsilon(\.adam.epsilon),
    .amsgrad(\.adam.amsgrad),
  ]

  /// Those of ``Adam``; the decay remembers nothing.
  public var slotNames: [String] { adam.slotNames }
  /// 0.004, which each step multiplies by the rate: Keras's default.
  public var usualWeightDecay: Double { 0.004 }

  /// That of ``Adam``; the decay is told by the training.
  public var formula: [FormulaLine] { adam.formula }
}
