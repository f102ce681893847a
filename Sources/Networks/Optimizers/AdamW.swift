public import TensorEngine

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

  public init(_ adam: Adam = Adam()) {
    self.adam = adam
  }

  public var learningRate: Double {
    get { adam.learningRate }
    set { adam.learningRate = newValue }
  }

  public static let usual = AdamW()
  public static let settings: [Setting<AdamW>] = [
    .beta1(\.adam.beta1), .beta2(\.adam.beta2), .epsilon(\.adam.epsilon),
    .amsgrad(\.adam.amsgrad),
  ]

  public var slotNames: [String] { adam.slotNames }
  public var usualWeightDecay: Double { 0.004 }

  /// - Throws: As ``Adam/validate()``.
  public func validate() throws(EngineError) { try adam.validate() }
}
