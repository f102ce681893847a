package import Language
package import Networks
import Workbench

/// The names of what a training measures after each epoch, for callbacks that watch it.
package enum MonitorName {
  /// Keras's names, old and new, for what has a longer name here.
  private static let otherNames: [(name: String, monitor: Monitor)] = [
    ("val_loss", .validationLoss), ("val_accuracy", .validationAccuracy),
    ("val_acc", .validationAccuracy), ("acc", .accuracy),
  ]

  /// The quantity that a value names.
  /// - Throws: a `Diagnostic` with what there is, for an unknown name.
  package static func monitor(
    _ value: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) -> Monitor {
    try monitor(Name(evaluator.text(of: value) ?? value.formatted, range: value.range))
  }

  /// The quantity of a name.
  /// - Throws: as ``monitor(_:_:)``.
  package static func monitor(_ name: Name) throws(Diagnostic) -> Monitor {
    let word = name.text
    if let known = Monitor(rawValue: word) { return known }
    if let known = otherNames.first(where: { $0.name == word }) { return known.monitor }
    if ["error", "validation_error"].contains(word) {
      let accuracy = word.replacing("error", with: "accuracy")
      throw Diagnostic(
        "no monitor is called \"\(word)\"", at: name.range,
        hints: ["the error is 1 - accuracy: \(accuracy)"])
    }
    if ExpressionFunction.metricFunctions.contains(where: { $0.name == word }) {
      throw Diagnostic(
        "no monitor is called \"\(word)\"", at: name.range,
        hints: ["a rule can ask for any formula: when \(word)(validation) > 0.9 do stop"])
    }
    let names = Monitor.allCases.map(\.rawValue) + otherNames.map(\.name)
    throw Wording.unknownWord(word, what: "monitor", among: names, at: name.range)
  }
}
