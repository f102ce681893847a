import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `scale standard`, `scale minmax`: fitted on the training examples alone. `scale network`: as
/// the inputs were scaled that a loaded network learned from. `scale none`: not any longer.
package enum ScaleCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "scale", family: .data,
    summary: "brings the features into one range, fitted on the training examples alone",
    forms: ["scale standard", "scale minmax", "scale network", "scale none"],
    words: Scaler.Kind.allCases.map(\.rawValue) + ["network", "none"],
    example: [
      "data circles points=400", "split train=60% validation=20% test=20%",
      "scale standard",
    ])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ScalingReport {
    var data = try execution.data(for: arguments)
    try arguments.expect(atMost: 1)
    let value = try arguments.value(0, orSay: "scale needs to know how: standard or minmax")
    let word = try arguments.word(value, among: definition.words, what: "scaling")
    if word == "network" { return try scaleAsNetwork(&execution, arguments) }
    let kind = Scaler.Kind(rawValue: word)
    do {
      if let kind { try data.scale(kind) } else { try data.scaleBack() }
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: value.range)
    }
    execution.state.data = data
    return kind.map { ScalingReport($0, fittedTo: data) } ?? .unscaled
  }

  /// Scales the data with the numbers that came with the network in hand.
  private static func scaleAsNetwork(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ScalingReport {
    var data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments)
    let range = arguments.values[0].range
    guard let saved = hand.preparation?.scaling, let kind = Scaler.Kind(rawValue: saved.kind) else {
      throw Diagnostic(
        "the network came with no scaling", at: range,
        hints: ["a scaling is saved together with a network that learned from scaled data"])
    }
    let width = data.examples.featureCount
    guard saved.shift.count == 1 || saved.shift.count == width else {
      throw Diagnostic(
        "the network's scaling is for \(Wording.count(saved.shift.count, "feature")), "
          + "and the data has \(width)", at: range)
    }
    do {
      try data.scale(
        by: Scaler(kind, shift: saved.shift, scale: saved.scale), fill: hand.preparation?.fill)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: range)
    }
    execution.state.data = data
    return ScalingReport(ofNetwork: kind)
  }
}
