import Charts
import Language
import Networks
import Workbench

/// `use NAME`: goes on with a network made before.
package enum UseCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "use", family: .network, summary: "goes on with another of the networks made so far",
    forms: ["use small"],
    example: ["data circles", "network small", "network large", "use small"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 1)
    _ = try execution.network(for: arguments)
    let value = try arguments.value(0, orSay: "use needs the name of a network")
    let names = execution.state.networks.map(\.name)
    let name = try arguments.word(value, among: names, what: "network")
    let hand = execution.state.networks.first { $0.name == name }
    execution.state.network = hand
    guard let hand else { return Document() }
    let layers = hand.network.layers.count
    return Document([
      .facts([
        Fact("network", .text(name), text: "network \(name)"),
        Fact("layers", .count(layers), text: Wording.count(layers, "layer")),
        Fact(
          "parameters", .count(hand.network.parameterCount),
          text: Wording.count(hand.network.parameterCount, "parameter")),
      ])
    ])
  }
}
