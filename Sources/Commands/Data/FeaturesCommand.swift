import Charts
import Datasets
import Formulas
import Language
import Networks
import Reports
import Workbench

/// `features x1^2, x1*x2, sin(x1)`: columns by formula, beside those of the table or instead of
/// them. `features network`: those that the network in hand learned from.
package enum FeaturesCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "features", family: .data,
    summary: "computes features from the columns of a table, by formulas",
    forms: [
      "features x1^2, x1*x2, sin(x1)", "features x1^2, x2^2 keep=no", "features network",
    ], form: .formulas, words: ["network"], options: [keep.definition],
    completion: CommandCompletion(
      names: { _, _ in
        FeatureFormula.Function.allCases.map { "\($0.rawValue)(" }
      }, kinds: [.columns]),
    example: ["data circles points=400", "features x1^2, x2^2 keep=no"])

  private static let keep = CommandOption<Bool>.yesOrNo(
    "keep", usual: true, meaning: "whether the columns stay features beside the computed ones")

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static let mostFeatures = 200

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ComputedFeaturesReport {
    var data = try execution.data(for: arguments)
    let columns = data.dataset.columnNames
    let first = try arguments.value(0, orSay: "features needs formulas: features x1^2, x2^2")
    if arguments.values.count == 1, case .word("network") = first.kind,
      !columns.contains("network")
    {
      try ofNetwork(&data, execution, arguments)
    } else {
      try compute(arguments, &data)
    }
    execution.state.data = data
    return ComputedFeaturesReport(data)
  }

  private static func compute(
    _ arguments: Arguments, _ data: inout DataInHand
  ) throws(Diagnostic) {
    guard arguments.values.count <= mostFeatures else {
      throw Diagnostic(
        "at most \(mostFeatures) features are computed", at: arguments.values[mostFeatures].range)
    }
    guard !data.dataset.isImages else {
      throw Diagnostic(
        "features are computed from columns, and \(data.dataset.name) has images",
        at: arguments.command.verb.range, hints: ["add conv 8 3x3 relu finds features of images"])
    }
    let columns = data.dataset.columnNames
    let keeps = try arguments.valueOrUsual(of: keep)
    let reader = FeatureReader(columns: columns, evaluator: arguments.evaluator)
    var features: [FeatureExpansion.Feature] = []
    // One after the other, so that an error points at its formula.
    for value in arguments.values {
      features.append(try reader.feature(value))
      let expansion = FeatureExpansion(columns: columns, features: features, keepsColumns: keeps)
      guard !expansion.names.dropLast().contains(features[features.count - 1].name) else {
        throw Diagnostic(
          "the feature \(features[features.count - 1].name) is there twice", at: value.range)
      }
      try check(features[features.count - 1], columns, data, at: value.range)
    }
    let expansion = FeatureExpansion(columns: columns, features: features, keepsColumns: keeps)
    try NetworkFeatures.compute(expansion, &data, at: arguments.command.range)
  }

  /// Refuses a formula that is no number for some example.
  private static func check(
    _ feature: FeatureExpansion.Feature, _ columns: [String], _ data: DataInHand,
    at range: SourceRange
  ) throws(Diagnostic) {
    var data = data
    let alone = FeatureExpansion(columns: columns, features: [feature], keepsColumns: false)
    try NetworkFeatures.compute(alone, &data, at: range)
  }

  private static func ofNetwork(
    _ data: inout DataInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    if let option = arguments.given(keep) {
      throw Diagnostic("the network's features say what they keep", at: option.range)
    }
    let hand = try execution.network(for: arguments)
    let range = arguments.values[0].range
    guard let saved = hand.preparation?.features else {
      throw Diagnostic(
        "the network learned from no computed features", at: range,
        hints: ["features x1^2, x2^2 computes some"])
    }
    let expansion = try NetworkFeatures.expansion(saved, at: range)
    try NetworkFeatures.compute(expansion, &data, at: range)
  }
}
