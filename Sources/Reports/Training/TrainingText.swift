package import Charts
package import Networks
package import Workbench

/// What a training says when it ends.
package enum TrainingText {
  /// "epoch 100/100 · loss 0.6912 · accuracy 52.1% · validation loss 0.6940 · accuracy 50.0%"
  ///
  /// - Parameters:
  ///   - records: All epochs of the run.
  ///   - rule: The rule that ended the training, if one did.
  package static func document(
    of result: TrainingResult, _ settings: TrainingSettings, _ records: [EpochRecord],
    goal: Int, _ rule: TrainingRule? = nil
  ) -> Document {
    var document = Document()
    if let last = records.last {
      document.blocks.append(.facts(facts(of: last, goal: goal)))
    }
    if let end = end(of: result, settings, records, rule) {
      document.blocks.append(.facts([end]))
    }
    switch result.outcome {
    case .finished, .stoppedEarly, .ended:
      document.blocks += StopText.missed(settings, records).map { .facts($0) }
    case .interrupted, .reachedMaximumSteps, .reachedTarget: break
    }
    if let epoch = result.restoredEpoch {
      document.blocks.append(
        .facts([
          Fact("restored", .count(epoch), text: "the weights are those of epoch \(epoch), the best")
        ]))
    }
    return document
  }

  /// Why the training ended before its last epoch; nil if it did not.
  private static func end(
    of result: TrainingResult, _ settings: TrainingSettings, _ records: [EpochRecord],
    _ rule: TrainingRule?
  ) -> Fact? {
    switch result.outcome {
    case .finished: return nil
    case .interrupted(let steps): return stopped(after: steps)
    case .reachedMaximumSteps: return stopped(after: result.steps)
    case .ended(let epoch):
      let text = "stopped at epoch \(epoch)" + (rule.map { ": \($0.text)" } ?? "")
      return Fact("stopped", .count(epoch), text: text)
    case .stoppedEarly(let epoch):
      let text = StopText.stoppedEarly(settings.earlyStopping, epoch: epoch, records)
      return Fact("stopped", .count(epoch), text: text)
    case .reachedTarget(let epoch):
      let text = records.last.map { StopText.reached(settings, by: $0) }
      return Fact("stopped", .count(epoch), text: text ?? "target reached at epoch \(epoch)")
    }
  }

  /// The epoch out of all, and its losses and accuracies.
  package static func facts(of record: EpochRecord, goal: Int) -> [Fact] {
    [
      Fact(
        "epoch", .count(record.epoch), text: "epoch \(record.epoch)/\(goal)", term: "epochs done")
    ]
      + figures(of: record)
  }

  /// The losses and accuracies of an epoch.
  package static func figures(of record: EpochRecord) -> [Fact] {
    var facts = [loss("loss", record.loss, text: "loss")]
    if let accuracy = record.accuracy { facts.append(Fact("accuracy", .fraction(accuracy))) }
    if let value = record.validationLoss {
      var fact = loss("validation_loss", value, text: "validation loss")
      fact.opensGroup = true
      facts.append(fact)
    }
    if let accuracy = record.validationAccuracy {
      facts.append(
        Fact(
          "validation_accuracy", .fraction(accuracy),
          text: "accuracy \(NumberText.percent(accuracy, places: 1))"))
    }
    return facts
  }

  /// A loss with four significant digits, zeros kept: "loss 0.6940".
  package static func loss(_ name: StaticString, _ value: Double, text: String) -> Fact {
    Fact(name, .number(value), text: "\(text) \(number(value))")
  }

  /// A loss with four significant digits, zeros kept.
  package static func number(_ value: Double) -> String {
    NumberText.significant(value, digits: 4, trailingZeros: .kept)
  }

  /// The same words whether the training was interrupted there or told to stop there.
  private static func stopped(after steps: Int) -> Fact {
    Fact(
      "steps", .count(steps),
      text: "stopped after \(NumberText.count(steps)) \(steps == 1 ? "step" : "steps")")
  }
}
