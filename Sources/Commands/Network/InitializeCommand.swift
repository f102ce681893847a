import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `initialize`: all weights drawn anew, from the same seed or another.
package enum InitializeCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "initialize", family: .network,
    summary: "draws all weights anew and forgets the training",
    forms: ["initialize", "initialize seed=7"],
    options: [seed.definition],
    example: ["data circles", "network", "add dense 8 tanh", "initialize"])

  private static let seed = CommandOption<Int>.count(
    "seed", in: 0...SeedCommand.largest, standard: "the session's",
    meaning: "the seed of the draws")

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> InitializationReport {
    try arguments.expect(atMost: 0)
    var hand = try execution.network(for: arguments)
    let seed = try arguments.value(of: seed).map { UInt64($0) } ?? execution.state.seed
    do throws(EngineError) {
      try hand.network.requireMemoryForInitializing()
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
    hand.network.initialize(seed: seed, pool: execution.settings.pool)
    hand.history = History()
    if !hand.hasLearned { (hand.preparation, hand.origin) = (nil, .drawn) }
    execution.state.network = hand
    return InitializationReport(parameters: hand.network.parameterCount, seed: seed)
  }
}
