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
    _ value: Expression, _ arguments: Arguments
  ) throws(Diagnostic) -> EarlyStopping.Monitor {
    if let text = arguments.text(of: value),
      let known = otherNames.first(where: { $0.name == text })
    {
      return known.monitor
    }
    let names = EarlyStopping.Monitor.allCases.map(\.rawValue) + otherNames.map(\.name)
    let word = try arguments.word(value, among: names, what: "monitor")
    return EarlyStopping.Monitor(rawValue: word) ?? .validationLoss
  }
}
