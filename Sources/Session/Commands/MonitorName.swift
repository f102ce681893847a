import Language
import Networks

/// The names of what a training measures after each epoch, for callbacks that watch it.
enum MonitorName {
  /// Keras's names, old and new, for what has a longer name here.
  private static let otherNames: [(name: String, monitor: EarlyStopping.Monitor)] = [
    ("val_loss", .validationLoss), ("val_accuracy", .validationAccuracy),
    ("val_acc", .validationAccuracy), ("acc", .accuracy),
  ]

  /// The quantity that a value names.
  /// - Throws: a `Diagnostic` with what there is, for an unknown name.
  static func monitor(
    _ value: Expression, _ evaluator: Evaluator
  ) throws(Diagnostic) -> EarlyStopping.Monitor {
    let word = evaluator.text(of: value) ?? value.formatted
    if let known = EarlyStopping.Monitor(rawValue: word) { return known }
    if let known = otherNames.first(where: { $0.name == word }) { return known.monitor }
    let names = EarlyStopping.Monitor.allCases.map(\.rawValue) + otherNames.map(\.name)
    throw Wording.unknownWord(word, what: "monitor", among: names, at: value.range)
  }
}
