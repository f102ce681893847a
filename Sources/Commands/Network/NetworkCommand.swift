import Datasets
package import Language
import Networks
import Reports
package import TensorEngine
import Workbench

/// `network`, `network small`: a new, empty network for the data in hand, or with `from=` one that
/// begins with layers of another.
package enum NetworkCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "network", family: .network,
    summary: "starts a new network for the data in hand: empty, or from layers of another",
    forms: [
      "network", "network NAME", "network input=3", "network NAME from=net.safetensors drop=1",
    ],
    options: [
      input.definition
    ] + ReusedNetwork.options,
    touches: .reads, example: ["data circles points=400", "network"])

  static let input = CommandOption<Expression>.expression(
    "input", .word, standard: "the shape of the data",
    meaning: "how many numbers come in, or the size of an image: 20x20x3")

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    try arguments.expect(atMost: 1)
    let name = try arguments.values.first.map { (value) throws(Diagnostic) in
      guard let name = arguments.text(of: value) else {
        throw Diagnostic("the name of a network is a word", at: value.range)
      }
      return name
    }
    if let from = try arguments.value(of: ReusedNetwork.from) {
      return try ReusedNetwork.run(from, name: name, &execution, arguments)
    }
    if arguments.has(ReusedNetwork.drop) {
      throw Diagnostic(
        "drop leaves layers of another network behind, and there is no from=",
        at: arguments.range(of: ReusedNetwork.drop),
        hints: ["network upper from=net.safetensors drop=1"])
    }
    let shape = try inputShape(execution, arguments)
    let network = Network(
      name: name ?? "network", inputShape: shape, seed: execution.state.seed)
    execution.state.network = NetworkInHand(network: network)
    return EmptyNetworkReport(name: network.name, isNamed: name != nil, inputShape: shape)
  }

  /// The shape of an input that was typed, or that of the data in hand.
  package static func inputShape(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Shape {
    guard let value = try arguments.value(of: input) else {
      return try execution.data(for: arguments).dataset.examples.inputShape
    }
    if case .size(let sizes) = value.kind {
      guard (2...3).contains(sizes.count), sizes.allSatisfy({ (1...4096).contains($0) }) else {
        throw Diagnostic(
          "an image is height x width or height x width x channels, each from 1 to 4096",
          at: value.range)
      }
      return Shape(sizes.count == 2 ? sizes + [1] : sizes)
    }
    return [try arguments.count(value, what: "input", in: 1...1_000_000)]
  }
}
