import Datasets
package import Language
import Networks
import TensorEngine
package import Workbench

/// What a command needs to be there, or an error that says how to get it.
extension Execution {
  /// The data in hand.
  ///
  /// - Throws: a `Diagnostic` that says how to get some, where there is none.
  package func data(for command: Arguments) throws(Diagnostic) -> DataInHand {
    guard let data = state.data else {
      throw Diagnostic(
        "\(command.definition.verb) needs data, and there is none", at: command.command.verb.range,
        hints: ["data circles makes some; help data shows the others"])
    }
    return data
  }

  /// The network in hand, with or without layers.
  ///
  /// - Throws: a `Diagnostic` that says how to begin one, where there is none.
  package func network(for command: Arguments) throws(Diagnostic) -> NetworkInHand {
    guard let network = state.network else {
      throw Diagnostic(
        "\(command.definition.verb) needs a network, and there is none",
        at: command.command.verb.range, hints: ["network starts an empty one"])
    }
    return network
  }

  /// The network in hand, with at least one layer and inputs of the data's shape.
  package func network(
    for command: Arguments, fitting data: DataInHand
  ) throws(Diagnostic) -> NetworkInHand {
    let hand = try network(for: command)
    let range = command.command.verb.range
    guard !hand.network.layers.isEmpty else {
      throw Wording.noLayers(at: range, for: data)
    }
    let shape = data.dataset.examples.inputShape
    guard hand.network.inputShape == shape else {
      throw Diagnostic(
        "the network takes inputs of \(hand.network.inputShape), the data has \(shape)",
        at: range,
        hints: hand.preparation?.features == nil
          ? ["network starts one for the data in hand"]
          : ["features network computes the features that it learned from"])
    }
    return hand
  }

  /// The last search.
  ///
  /// - Throws: a `Diagnostic` that says how to begin one, where there is none.
  package func study(for arguments: Arguments) throws(Diagnostic) -> StudyInHand {
    guard let study = state.study else {
      throw Diagnostic(
        "nothing has been searched yet", at: arguments.command.range,
        hints: ["search random rate=0.0001..1 log trials=20 tries 20 settings"])
    }
    return study
  }
}
