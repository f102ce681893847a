public import TensorEngine

/// Applies an activation to what comes in, and keeps its shape.
///
/// Softmax runs over the last dimension.
public struct ActivationLayer: Layer {
  public static let kind = LayerKind.activation

  public var activation: Activation
  public var name: String?

  public init(_ activation: Activation, name: String? = nil) {
    self.activation = activation
    self.name = name
  }

  public var settings: [LayerSetting] {
    [
      LayerSetting("activation", .word(activation.rawValue), isPositional: true),
      LayerSetting("name", .word(name ?? ""), isDefault: name == nil),
    ]
  }

  public var outputActivation: Activation? { activation == .linear ? nil : activation }

  public func outputShape(for input: Shape) throws(EngineError) -> Shape { input }

  public func lay(into plan: inout PlanBuilder) {
    plan.activate(activation, inPlace: false)
  }
}
