import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `freeze` and `unfreeze`: which layers training leaves as they are.
package enum FreezeCommand {
  /// The verbs, for the table of all verbs.
  package static let commands = [
    command(
      "freeze", summary: "keeps layers as they are in training", after: [], isFrozen: true),
    command(
      "unfreeze", summary: "lets frozen layers learn again", after: ["freeze 1"],
      isFrozen: false),
  ]

  private static func command(
    _ verb: String, summary: String, after lines: [String], isFrozen: Bool
  ) -> CellCommand {
    CellCommand(
      CommandDefinition(
        verb: verb, family: .network, summary: summary,
        forms: ["\(verb) 1", "\(verb) 1..2", "\(verb) hidden", "\(verb) all"], words: ["all"],
        completion: CommandCompletion(kinds: [.layers]),
        example: ["data circles", "network", "add dense 8 tanh", "add dense 1 sigmoid"] + lines
          + ["\(verb) 1"]),
      action: { (execution, arguments) throws(Diagnostic) in
        try run(&execution, arguments, isFrozen: isFrozen)
      })
  }

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments, isFrozen: Bool
  ) throws(Diagnostic) -> FrozenLayersReport {
    try arguments.expect(atMost: 1)
    var hand = try execution.network(for: arguments)
    let value = try arguments.value(0, orSay: "\(arguments.definition.verb) needs a layer")
    let numbers = try layers(value, of: hand.network, arguments)
    let remembered = hand.network.training.optimizer != nil
    do {
      if isFrozen {
        try hand.network.freeze(layers: numbers)
      } else {
        try hand.network.unfreeze(layers: numbers)
      }
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: value.range)
    }
    execution.state.network = hand
    return FrozenLayersReport(
      numbers, of: hand.network, isFrozen: isFrozen,
      restartsOptimizer: remembered && hand.network.training.optimizer == nil)
  }

  /// The layers that a number, a range, a name or `all` means.
  private static func layers(
    _ value: Expression, of network: Network, _ arguments: Arguments
  ) throws(Diagnostic) -> ClosedRange<Int> {
    let last = network.layers.count
    guard last > 0 else { throw Diagnostic("the network has no layers", at: value.range) }
    if case .range(let range) = value.kind {
      guard range.step == .none else {
        throw Diagnostic("layers are typed as 1..2", at: value.range)
      }
      let from = try arguments.count(range.from, what: "the layer", in: 1...last)
      let to = try arguments.count(range.to, what: "the layer", in: 1...last)
      return min(from, to)...max(from, to)
    }
    if let word = arguments.text(of: value) {
      if word == "all" { return 1...last }
      let names = network.layers.map { $0.name ?? "" }
      guard let index = names.firstIndex(of: word) else {
        throw Wording.unknownWord(
          word, what: "layer", among: names.filter { !$0.isEmpty } + ["all"], at: value.range)
      }
      return index + 1...index + 1
    }
    let number = try arguments.count(value, what: "the layer", in: 1...last)
    return number...number
  }
}
