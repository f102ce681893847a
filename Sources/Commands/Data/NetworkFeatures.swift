import Datasets
import Formulas
import Language
import Networks
import TensorEngine
import Workbench

/// The features that a network learned from, as its file keeps them.
enum NetworkFeatures {
  /// The features of formulas that were saved.
  ///
  /// - Throws: A `Diagnostic`, if they are none: a file may say anything.
  static func expansion(
    _ saved: Preparation.Features, at range: SourceRange
  ) throws(Diagnostic) -> FeatureExpansion {
    let evaluator = Evaluator(state: SessionState(seed: 0))
    let reader = FeatureReader(columns: saved.columns, evaluator: evaluator)
    var features: [FeatureExpansion.Feature] = []
    for formula in saved.formulas {
      let script = Script(
        parsing: "features \(formula)", forms: CommandForms([("features", .formulas)]))
      guard script.diagnostics.isEmpty, case .command(let command)? = script.statements.first,
        let value = command.values.first, command.arguments.count == 1,
        let feature = try? reader.feature(value), feature.name == formula
      else {
        throw Diagnostic("the network's feature \(formula) is none that can be read", at: range)
      }
      features.append(feature)
    }
    return FeatureExpansion(
      columns: saved.columns, features: features, keepsColumns: saved.keepsColumns)
  }

  /// Computes features of the data.
  static func compute(
    _ expansion: FeatureExpansion, _ data: inout DataInHand, at range: SourceRange
  ) throws(Diagnostic) {
    do {
      try data.compute(expansion)
    } catch {
      throw Diagnostic(
        Wording.problem(of: error), at: range, hints: Wording.hint(for: error).map { [$0] } ?? [])
    }
  }

  /// The data as a network has to see it that learned from computed features: with these and its
  /// scaling, where the data in hand has the columns and nothing computed.
  static func prepared(
    _ data: DataInHand, for hand: NetworkInHand?, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> DataInHand {
    guard let preparation = hand?.preparation, let saved = preparation.features,
      data.dataset.expansion == nil, data.dataset.columnNames == saved.columns
    else { return data }
    let range = arguments.command.verb.range
    var prepared = data
    try compute(expansion(saved, at: range), &prepared, at: range)
    guard let scaling = preparation.scaling, let kind = Scaler.Kind(rawValue: scaling.kind),
      scaling.shift.count == 1 || scaling.shift.count == prepared.examples.featureCount
    else { return prepared }
    do {
      try prepared.scale(by: Scaler(kind, shift: scaling.shift, scale: scaling.scale))
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: range)
    }
    return prepared
  }
}
