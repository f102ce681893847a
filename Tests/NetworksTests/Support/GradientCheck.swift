import TensorEngine
import Testing

@testable import Networks

/// Compares gradients with central differences of the loss, for every parameter.
///
/// The derivative is (8 (L(h) - L(-h)) - (L(2h) - L(-2h))) / 12h with h = 1/256, so the error of
/// the formula is about h⁴ = 2e-10 and that of float32 losses about 1e-7 / h = 3e-5 for losses
/// near 1. The bound of 2e-4 leaves room for a few roundings; a wrong term is far beyond it.
/// A kink (relu, or |w| of L1) within 2h of a parameter would be a wrong alarm: the seeds of the
/// tests are such that there is none. Of a layer that is all kinks, the parameters are passed over
/// where half of h gives another derivative; most of them have to remain.
enum GradientCheck {
  static let bound = 2e-4

  /// - Parameter isTraining: Whether the layers do what they do in a step of training: dropout
  ///   with the masks of one step, statistics of the batch.
  /// - Parameter hasKinks: Whether the loss has kinks close to many parameters.
  static func check(
    _ network: Network, _ examples: Examples, loss: Loss,
    settings: LossSettings = LossSettings(), penalty: Penalty = Penalty(),
    isTraining: Bool = false, hasKinks: Bool = false, _ comment: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let gradients =
      isTraining
      ? try TrainingPass(network, examples, loss: loss).gradients
      : try network.gradients(
        examples, loss: loss, settings: settings, penalty: penalty
      ).layers
    let trained = network.trainedParameters()
    var parameterCount = 0
    var comparisons = 0
    for (layer, parameters) in network.parameters.enumerated() {
      for (index, name) in parameters.names.enumerated() where trained[layer][index] {
        let actual = gradients[layer][index].elements
        let expected = try actual.indices.map { element -> Double? in
          func derivative(_ step: Float) throws -> Double {
            try difference(network, (layer, name, element), step) { moved in
              isTraining
                ? try TrainingPass(moved, examples, loss: loss).loss
                : try moved.evaluate(
                  examples, loss: loss, settings: settings, penalty: penalty
                ).loss
            }
          }
          let value = try derivative(1 / 256)
          let isKink = try hasKinks && abs(value - derivative(1 / 512)) > bound
          return isKink ? nil : value
        }
        parameterCount += actual.count
        let compared = zip(actual, expected).filter { $0.1 != nil }
        comparisons += compared.count
        expectClose(
          compared.map(\.0), compared.compactMap(\.1), within: bound,
          "\(comment), layer \(layer + 1) \(name)", sourceLocation: sourceLocation)
      }
    }
    #expect(parameterCount == network.trainableParameterCount)
    #expect(2 * comparisons > parameterCount)
  }

  private static func difference(
    _ network: Network, _ place: (layer: Int, name: String, element: Int), _ step: Float,
    _ loss: (Network) throws -> Double
  ) throws -> Double {
    func value(_ distance: Float) throws -> Double {
      var moved = network
      var tensor = try #require(network.parameters[place.layer][place.name])
      tensor.elements[place.element] += distance
      try moved.setParameter(place.name, ofLayer: place.layer, to: tensor)
      return try loss(moved)
    }
    let near = try value(step) - value(-step)
    let far = try value(2 * step) - value(-2 * step)
    return (8 * near - far) / Double(12 * step)
  }
}
