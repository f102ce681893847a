package import Language
package import Networks
import Reports
import Workbench

/// What a network must have for a picture to be drawn of it.
package enum NetworkRequirement: Sendable {
  /// A layer with weights.
  case kernels
  /// A layer whose weights learn.
  case learningKernels
  /// A layer with filters.
  case convolution
  /// Outputs that are probabilities, for what is named.
  case probabilities(String)

  /// Refuses a network that has it not.
  package func check(_ network: Network, at range: SourceRange) throws(Diagnostic) {
    switch self {
    case .kernels:
      guard network.parameters.contains(where: { $0["kernel"] != nil }) else {
        throw Diagnostic(
          "there are no weights to draw: no layer of the network has any", at: range,
          hints: [Self.weights(near: 0, of: network)])
      }
    case .learningKernels:
      guard !network.learningKernels.isEmpty else {
        throw Diagnostic(
          "no layer learns, so there are no gradients", at: range,
          hints: ["unfreeze all lets frozen layers learn again"])
      }
    case .convolution:
      guard network.layers.contains(where: { $0 is Convolution }) else {
        throw Diagnostic(
          "the network has no convolution", at: range,
          hints: ["add conv 8 3x3 relu adds one to a network on images"])
      }
    case .probabilities(let what):
      guard network.givesProbabilities else { throw Wording.noProbabilities(what, at: range) }
    }
  }

  /// Which weights there are to draw: those of the layer nearest to one, by its position from 0.
  package static func weights(near index: Int, of network: Network) -> String {
    let nearest = nearest(to: index, of: network) { !network.parameters[$0].names.isEmpty }
    guard let nearest else { return "add dense 8 tanh adds a layer with weights" }
    return "plot weights \(nearest + 1) draws those of \(network.label(of: nearest))"
  }

  /// Which filters there are to draw in the place of those that a layer has not.
  package static func filters(near index: Int, of network: Network) -> String {
    let nearest = nearest(to: index, of: network) { network.layers[$0] is Convolution }
    guard let nearest else { return weights(near: index, of: network) }
    return "plot filters \(nearest + 1) draws those of \(network.label(of: nearest))"
  }

  /// The layer nearest to another one for which something holds, the later of two as near.
  private static func nearest(
    to index: Int, of network: Network, where holds: (Int) -> Bool
  ) -> Int? {
    network.layers.indices.filter(holds).min {
      let (one, other) = (abs($0 - index), abs($1 - index))
      return one < other || (one == other && $0 > $1)
    }
  }
}
