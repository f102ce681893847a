package import Charts
import Networks
package import Workbench

extension SavedNetwork {
  /// "network circles · 4 layers · 33 parameters · 12 epochs"
  package static func facts(of hand: NetworkInHand) -> [Fact] {
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
