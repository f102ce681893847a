public import TensorEngine

/// Makes one row of numbers of any shape: [28, 28, 1] becomes [784].
///
/// Nothing is computed and nothing is copied.
public struct Flatten: Layer {
  public static let kind = LayerKind.flatten

  public var name: String?

  public init(name: String? = nil) {
    self.name = name
  }

  public var settings: [LayerSetting] {
    [LayerSetting("name", .word(name ?? ""), isDefault: name == nil)]
  }

  public var outputActivation: Activation? { nil }

  public func outputShape(for input: Shape) throws(EngineError) -> Shape {
    [input.count]
  }

  public func outputDerivation(for input: Shape) -> String? { input.product }

  public func lay(into plan: inout PlanBuilder) {
    plan.advance(to: plan.current, shape: [plan.shape.count])
  }
}
