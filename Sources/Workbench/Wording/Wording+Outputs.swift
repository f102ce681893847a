package import Language
package import Networks
import TensorEngine

extension Wording {
  /// Why a layer does not belong behind the output layer: "dropout behind the output layer, …".
  package static func reason(against disturbed: DisturbedOutput, in network: Network) -> String {
    let kind = network.layers[disturbed.layer - 1].kind
    let output = network.summaries[disturbed.output - 1]
    let place = "\(kind) behind the output layer, #\(output.number) \(output.text), "
    switch disturbed.effect {
    case .drops: return place + "sets some answers of the network to 0 in each step of training"
    case .addsNoise: return place + "adds noise to the answers of the network themselves"
    case .normalizes:
      return place + "shifts and stretches each answer by the others of its batch"
    }
  }

  /// A network without layers where some are needed; the hint is the ending that fits the targets.
  package static func noLayers(at range: SourceRange, for data: DataInHand?) -> Diagnostic {
    Diagnostic(
      "the network has no layers", at: range,
      hints: ["add \(ending(for: data)) adds one; help add shows the others"])
  }

  /// The last layer that answers as the targets ask: "dense 3 softmax".
  private static func ending(for data: DataInHand?) -> String {
    switch data?.examples.targets {
    case .values(_, let width): "dense \(width)"
    case .classes(_, let count) where count > 2: "dense \(count) softmax"
    case .classes, nil: "dense 1 sigmoid"
    }
  }
}
