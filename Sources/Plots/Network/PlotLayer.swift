import Commands
import Language
import Networks
import TensorEngine
import Workbench

/// Which layer of which network a plot is about.
enum PlotLayer {
  /// The index of the layer whose number or name stands at a place behind `plot`; nil without one.
  static func index(
    at place: Int, of network: Network, _ arguments: Arguments
  ) throws(Diagnostic) -> Int? {
    guard arguments.values.count > place else { return nil }
    let value = arguments.values[place]
    guard !network.layers.isEmpty else {
      throw Diagnostic("the network has no layers", at: value.range)
    }
    if let name = arguments.text(of: value) {
      if let index = network.layers.firstIndex(where: { $0.name == name }) { return index }
      throw Diagnostic(
        "no layer is called \"\(name)\"", at: value.range,
        hints: ["a layer is named by its number, 1 to \(network.layers.count)"])
    }
    return try arguments.count(value, what: "the layer", in: 1...network.layers.count) - 1
  }

  /// A network with layers, which a plot of its weights needs.
  static func network(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> NetworkInHand {
    let hand = try execution.network(for: arguments)
    guard !hand.network.layers.isEmpty else {
      throw Diagnostic(
        "the network has no layers", at: arguments.command.range,
        hints: ["add dense 1 sigmoid adds one; help add shows the others"])
    }
    return hand
  }
}
