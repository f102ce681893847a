import TensorEngine

/// Gradient descent on mini-batches, with momentum and Nesterov's look ahead.
///
/// With rate η, momentum μ, gradient g, velocity v (0 at first) and weight w, Keras's form:
///
///     v ← μ·v - η·g
///     w ← w + v                 momentum
///     w ← w + μ·v - η·g         Nesterov
///
/// With μ = 0 this is w ← w - η·g. The rate stands inside the velocity, so a change of rate
/// takes hold gradually.
///
/// Source: Sutskever, Martens, Dahl and Hinton, 2013, section 2, equations 1 to 4.
public struct SGD: UpdateRule {
  /// The step size η, per step; greater than 0.
  public var learningRate: Double
  /// How much of the last velocity is kept, μ, from 0 to less than 1.
  public var momentum: Double
  /// Whether the step looks ahead along the velocity.
  public var nesterov: Bool

  /// Makes an optimizer; the defaults are Keras's, and ``validate()`` checks the settings.
  public init(learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false) {
    self.learningRate = learningRate
    self.momentum = momentum
    self.nesterov = nesterov
  }

  /// The settings that Keras begins with.
  public static let usual = SGD()
  /// Its settings besides the rate, each declared once.
  public static let settings: [Setting<SGD>] = [
    .momentum(\.momentum),
    Setting("nesterov", .flag(\.nesterov), meaning: "momentum that looks ahead"),
  ]

  /// "velocity", the v of the formula; none without a momentum.
  public var slotNames: [String] { momentum == 0 ? [] : ["velocity"] }

  /// `momentum`: the momentum that is usual.
  public static let otherNames = [(name: "momentum", rule: SGD(momentum: usualMomentum))]
  /// Nesterov's look ahead is one along the velocity.
  public var lack: SettingLack? {
    nesterov && momentum == 0
      ? SettingLack(
        "nesterov", needs: WrittenSetting("momentum", .number(Self.usualMomentum))) : nil
  }

  private static let usualMomentum = 0.9

  /// The formula above, with its numbers.
  public var formula: [FormulaLine] {
    if momentum == 0 { return ["w := w - \(.rate) * g"] }
    return [
      "v := \(momentum) * v - \(.rate) * g",
      nesterov ? "w := w + \(momentum) * v - \(.rate) * g" : "w := w + v",
    ]
  }
}

/// One step of ``SGD``.
struct SGDUpdate: UpdateStep {
  private enum Form {
    case plain, momentum, nesterov
  }

  private let form: Form
  private let rate: Float
  private let momentum: Float
  private let decay: WeightDecay

  @inline(__always)
  init(_ rule: SGD, at moment: UpdateMoment) {
    form = rule.momentum == 0 ? .plain : rule.nesterov ? .nesterov : .momentum
    rate = Float(moment.rate)
    momentum = Float(rule.momentum)
    decay = moment.decay
  }

  @inline(__always)
  func apply(to slices: UpdateSlices, _ kernels: Kernels) {
    let (w, g) = (slices.weights, slices.gradient)
    switch form {
    case .plain: kernels.sgd(w, gradient: g, rate: rate, decay: decay)
    case .momentum:
      kernels.momentum(
        w, velocity: slices.first, gradient: g, rate: rate, momentum: momentum, decay: decay)
    case .nesterov:
      kernels.nesterov(
        w, velocity: slices.first, gradient: g, rate: rate, momentum: momentum, decay: decay)
    }
  }
}
