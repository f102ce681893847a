import Charts
import Datasets
import Networks
import TensorEngine

/// Between a network in hand and its file.
enum SavedNetwork {
  /// What is saved: the network, its story, and what the data was like that it learned from; the
  /// data in hand, if it has not learned.
  static func document(of hand: NetworkInHand, in state: SessionState) -> NetworkDocument {
    NetworkDocument(
      network: hand.network, history: hand.history, settings: hand.settings,
      preparation: hand.preparation
        ?? state.data.flatMap { preparation(of: $0, for: hand.network) })
  }

  /// What the data is like, if it is data for this network.
  static func preparation(of data: DataInHand, for network: Network) -> Preparation? {
    guard data.dataset.examples.inputShape == network.inputShape else { return nil }
    return Preparation(
      data: data.dataset.name, featureNames: data.dataset.featureNames,
      classNames: data.dataset.classNames,
      scaling: data.scaler.map {
        Preparation.Scaling(kind: $0.kind.rawValue, shift: $0.shift, scale: $0.scale)
      })
  }

  /// "network circles · 4 layers · 33 parameters · 12 epochs"
  static func facts(of hand: NetworkInHand) -> [Fact] {
    let network = hand.network
    var facts = [
      Fact("network", .text(network.name), text: title(of: network.name)),
      Fact(
        "layers", .count(network.layers.count), text: Wording.count(network.layers.count, "layer")),
      Fact(
        "parameters", .count(network.parameterCount),
        text: Wording.count(network.parameterCount, "parameter")),
    ]
    if network.training.epochs > 0 {
      let epochs = network.training.epochs
      facts.append(Fact("epochs", .count(epochs), text: Wording.count(epochs, "epoch")))
    }
    return facts
  }

  private static func title(of name: String) -> String {
    name == "network" ? name : "network \(name)"
  }
}
