package import Networks
package import TensorEngine

/// How much work a training is, reckoned before it begins from its sizes alone.
///
/// ```
/// step     = 40,000 · layers
/// forward  = 2 · multiplications + 200 · outputs of all layers
/// epoch    = steps · step + (3 · examples + validation examples) · forward
/// training = epochs · epoch
/// ```
///
/// The factors were measured on one thread of an ordinary processor, and are operations at the rate
/// of ``Work``: a step costs 2 µs in each layer beside its arithmetic, and an output of a layer
/// 30 ns in a training. Going back is twice the work of going forward. They are right to within a
/// factor of ten or so; whoever shows a time should scale the seconds by what earlier trainings took.
package enum TrainingEffort {
  private static let operationsOfStep = 40_000.0

  /// The work of a training, if all its epochs are needed, or all steps up to the one at which it is
  /// to end.
  ///
  /// - Parameters:
  ///   - rows: How many training examples there are.
  ///   - validationRows: How many examples are looked at after each epoch.
  package static func work(
    _ network: Network, _ settings: TrainingSettings, rows: Int, validationRows: Int
  ) -> Work {
    let steps = Double(stepsOfEpoch(settings, rows: rows))
    let epoch =
      Work(operations: steps * operationsOfStep * Double(network.layers.count))
      + (3 * Double(rows) + Double(validationRows)) * network.forwardWork
    let epochs = Double(settings.epochs)
    return (settings.maximumSteps.map { min(epochs, Double($0) / max(1, steps)) } ?? epochs) * epoch
  }

  /// The most epochs that a training begins, up to the step at which it is to end.
  ///
  /// - Parameter rows: How many training examples there are.
  package static func epochs(_ settings: TrainingSettings, rows: Int) -> Int {
    guard let limit = settings.maximumSteps else { return settings.epochs }
    let steps = max(1, stepsOfEpoch(settings, rows: rows))
    return min(settings.epochs, limit / steps + (limit % steps == 0 ? 0 : 1))
  }

  private static func stepsOfEpoch(_ settings: TrainingSettings, rows: Int) -> Int {
    let batch = max(1, min(settings.batchSize ?? rows, rows))
    return (rows + batch - 1) / batch
  }

  /// The seconds that it takes on one thread, at the nominal rate.
  package static func seconds(
    _ network: Network, _ settings: TrainingSettings, rows: Int, validationRows: Int
  ) -> Double {
    work(network, settings, rows: rows, validationRows: validationRows).nominalSeconds
  }
}

extension Comparison {
  /// The work of some variants.
  package func work(of variants: [Variant]) -> Work {
    variants.reduce(.none) { sum, variant in
      sum
        + TrainingEffort.work(
          variant.network, variant.settings, rows: (variant.rows ?? rows).count,
          validationRows: validationRows.count)
    }
  }
}

extension RepeatedTrainings {
  /// The work of all of them.
  package var work: Work {
    fits.joined().reduce(.none) { sum, fit in
      sum
        + TrainingEffort.work(
          fit.variant.network, fit.variant.settings, rows: fit.training.count,
          validationRows: fit.variant.settings.watchesValidation ? fit.judging.count : 0)
    }
  }
}
