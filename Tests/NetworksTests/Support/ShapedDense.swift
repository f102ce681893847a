import TensorEngine

@testable import Networks

/// A dense layer whose output has any shape, so that the gradient of a layer by its input
/// can be checked on images too.
struct ShapedDense: Layer {
  static let kind = Dense.kind
  static let usual = ShapedDense(shape: [1])
  static let settings: [Setting<ShapedDense>] = []

  var shape: Shape
  var activation = Activation.tanh

  private var dense: Dense { Dense(units: shape.count, activation: activation) }

  var name: String? { nil }
  var outputActivation: Activation? { activation }

  func outputShape(for input: Shape) throws(EngineError) -> Shape { shape }

  func parameters(for input: Shape) -> [ParameterSpecification] { dense.parameters(for: input) }

  func lay(into plan: inout PlanBuilder) {
    dense.lay(into: &plan)
    plan.advance(to: plan.current, shape: shape)
  }
}
