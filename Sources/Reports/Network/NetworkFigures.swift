package import Charts
package import Networks
import Workbench

/// How large a network is, and how long it has been trained.
package struct NetworkFigures: Equatable, Sendable {
  /// The name by which it is taken up again.
  package let name: String
  /// How many layers it has.
  package let layers: Int
  /// How many numbers they keep.
  package let parameters: Int
  /// For how many epochs it has been trained.
  package let epochs: Int

  /// Measures a network.
  package init(of network: Network) {
    name = network.name
    layers = network.layers.count
    parameters = network.parameterCount
    epochs = network.training.epochs
  }

  /// "network circles · 4 layers · 33 parameters · 12 epochs"
  package var facts: [Fact] {
    [title] + size
      + (epochs > 0 ? [Fact("epochs", .count(epochs), text: Wording.count(epochs, "epoch"))] : [])
  }

  /// "4 layers · 33 parameters"
  var size: [Fact] {
    [
      Fact("layers", .count(layers), text: Wording.count(layers, "layer")),
      Self.parameters(parameters),
    ]
  }

  /// "network circles"; a network that was given no name is "network" alone.
  var title: Fact { Self.title(name) }

  static func title(_ name: String) -> Fact {
    Fact("network", .text(name), text: name == "network" ? name : "network \(name)")
  }

  static func parameters(_ count: Int) -> Fact {
    Fact(
      "parameters", .count(count), text: Wording.count(count, "parameter"),
      term: "fitted parameters")
  }
}
