import Language
import Networks
import Reports
import Workbench

/// `copy NAME`: the network in hand once more, under another name.
package enum CopyCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "copy", family: .network,
    summary: "makes a copy of the network under another name, with all it has learned",
    forms: ["copy tuned"], example: TrainCommand.definition.example + ["copy tuned"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> CopyReport {
    try arguments.expect(atMost: 1)
    var hand = try execution.network(for: arguments)
    let value = try arguments.value(0, orSay: "copy needs a name for the copy: copy tuned")
    guard let name = arguments.text(of: value) else {
      throw Diagnostic("the name of a network is a word", at: value.range)
    }
    let original = hand.name
    guard name != original else {
      throw Diagnostic("the network in hand is called \(name) itself", at: value.range)
    }
    let isReplaced = execution.state.networks.contains { $0.name == name }
    hand.network.name = name
    execution.state.network = hand
    return CopyReport(
      NetworkFigures(of: hand.network), of: original, replaces: isReplaced)
  }
}
