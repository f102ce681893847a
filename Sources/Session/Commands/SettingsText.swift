import Charts
import Networks

/// The settings of a training as they would be typed.
enum SettingsText {
  /// "epochs=100 batch=32 optimizer=adam rate=0.02", penalties and early stopping where they
  /// are on; the option `leavingOut` is not named.
  static func line(of settings: TrainingSettings, leavingOut option: String) -> String {
    var options: [(name: String, value: String)] = [
      ("epochs", String(settings.epochs)),
      ("batch", settings.batchSize.map { String($0) } ?? "all"),
      ("optimizer", settings.optimizer.kind.rawValue),
      ("rate", number(settings.optimizer.learningRate)),
    ]
    if case .sgd(let sgd) = settings.optimizer, sgd.momentum != 0 {
      options.append(("momentum", number(sgd.momentum)))
    }
    for (name, value) in [
      ("l1", settings.l1), ("l2", settings.l2), ("lambda", settings.lambda),
    ] where value != 0 {
      options.append((name, number(value)))
    }
    if let rule = settings.earlyStopping {
      options.append(("stop", "early(patience=\(rule.patience))"))
    }
    return options.filter { $0.name != option }.map { "\($0.name)=\($0.value)" }
      .joined(separator: " ")
  }

  private static func number(_ value: Double) -> String {
    NumberText.significant(value, digits: 6)
  }
}
