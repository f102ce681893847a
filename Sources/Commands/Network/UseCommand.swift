import Language
import Reports
import Workbench

/// `use NAME`: goes on with a network made before.
package enum UseCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "use", family: .network, summary: "goes on with another of the networks made so far",
    forms: ["use small"],
    completion: CommandCompletion(kinds: [.networks]),
    example: ["data circles", "network small", "network large", "use small"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> UsedNetworkReport {
    try arguments.expect(atMost: 1)
    _ = try execution.network(for: arguments)
    let value = try arguments.value(0, orSay: "use needs the name of a network")
    let names = execution.state.networks.map(\.name)
    let name = try arguments.word(value, among: names, what: "network")
    guard let hand = execution.state.networks.first(where: { $0.name == name }) else {
      throw Wording.unknownWord(name, what: "network", among: names, at: value.range)
    }
    execution.state.network = hand
    return UsedNetworkReport(NetworkFigures(of: hand.network))
  }
}
