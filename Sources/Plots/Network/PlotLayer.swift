import Commands
import Language
import Networks
import TensorEngine
import Workbench

/// Which layers a plot is about, and how they are called in it.
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

  /// "#2 dense"
  package static func name(_ index: Int, of network: Network) -> String {
    "#\(index + 1) \(network.layers[index].kind.rawValue)"
  }

  /// The layer nearest to another one for which something holds, the later of two as near.
  static func nearest(
    to index: Int, of network: Network, where holds: (Int) -> Bool
  ) -> Int? {
    network.layers.indices.filter(holds).min {
      let (one, other) = (abs($0 - index), abs($1 - index))
      return one < other || (one == other && $0 > $1)
    }
  }

  /// "#2 dense 8 tanh", without options.
  static func title(_ index: Int, of network: Network) -> String {
    let words = network.layers[index].text.split(separator: " ").filter { !$0.contains("=") }
    return "#\(index + 1) \(words.joined(separator: " "))"
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

  /// The bins that so many values fill: 2 n^(1/3), Rice's rule, from 5 to 25.
  static func bins(_ count: Int) -> Int {
    (5...25).first { $0 * $0 * $0 >= min(count, 10_000) * 8 } ?? 25
  }

  /// The first so many of a list and the last so many, where it is longer than both.
  static func ends<Element>(of list: [Element], each count: Int = 4) -> [Element] {
    list.count <= 2 * count ? list : list.prefix(count) + list.suffix(count)
  }
}
