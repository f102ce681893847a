public import TensorEngine

/// Makes one row of numbers of any shape: [28, 28, 1] becomes [784].
///
/// Nothing is computed and nothing is copied.
public struct Flatten: Layer {
  /// Typed as `flatten`.
  public static let kind = "flatten"
  /// Without a name.
  public static let usual = Flatten()
  /// `name` alone.
  public static let settings: [Setting<Flatten>] = [.name(\.name)]

  /// The name that the student gave; nil for none.
  public var name: String?

  /// Makes a layer.
  public init(name: String? = nil) {
    self.name = name
  }

  /// Nil: the outputs are those of the layer before.
  public var outputActivation: Activation? { nil }

  /// True: nothing is computed.
  public var passesInputs: Bool { true }

  /// One dimension of as many numbers as the input has; nothing is refused.
  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    [input.count]
  }

  /// All numbers stand in one row; nil for an input of one dimension.
  public func outputDerivation(for input: Shape) -> OutputDerivation? {
    input.rank < 2 ? nil : .oneRow(of: input, alone: true)
  }

  /// Appends nothing, and gives the plan's current place its new shape.
  public func lay(into plan: inout PlanBuilder) {
    plan.advance(to: plan.current, shape: [plan.shape.count])
  }
}
