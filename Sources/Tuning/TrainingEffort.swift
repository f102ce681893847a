package import Networks
import TensorEngine

/// How much work a training is, reckoned before it begins from its sizes alone.
///
/// ```
/// step     = 2 µs · layers
/// example  = 3 · multiplications / 10¹⁰ s + 30 ns · outputs of all layers
/// epoch    = steps · step + examples · example + validation examples · example / 3
/// ```
///
/// The factors were measured on one thread of an ordinary processor and are right to within a
/// factor of ten or so; whoever shows a time should scale the seconds by what earlier trainings
/// took. No clock is asked, and no result depends on it.
package enum TrainingEffort {
  private static let secondsOfStep = 2e-6
  private static let secondsOfMultiplication = 1e-10
  private static let secondsOfOutput = 30e-9

  /// The seconds that a training takes on one thread, if all its epochs are needed.
  ///
  /// - Parameters:
  ///   - rows: How many training examples there are.
  ///   - validationRows: How many examples are looked at after each epoch.
  package static func seconds(
    _ network: Network, _ settings: TrainingSettings, rows: Int, validationRows: Int
  ) -> Double {
    let summaries = network.summaries
    var multiplications = 0.0
    var outputs = 0.0
    for (layer, summary) in summaries.enumerated() {
      let width = max(1, summary.outputShape.dimensions.last ?? 1)
      let places = Double(summary.outputShape.count / width)
      multiplications += Double(network.parameters[layer]["kernel"]?.count ?? 0) * places
      outputs += Double(summary.outputShape.count)
    }
    let example = 3 * multiplications * secondsOfMultiplication + outputs * secondsOfOutput
    let batch = max(1, min(settings.batchSize ?? rows, rows))
    let steps = Double((rows + batch - 1) / batch)
    let epoch =
      steps * secondsOfStep * Double(summaries.count)
      + (Double(rows) + Double(validationRows) / 3) * example
    return Double(settings.epochs) * epoch
  }
}

extension Comparison {
  /// The seconds that some variants take, one after the other on one thread.
  package func seconds(of variants: [Variant]) -> Double {
    variants.reduce(0) { sum, variant in
      sum
        + TrainingEffort.seconds(
          variant.network, variant.settings, rows: (variant.rows ?? rows).count,
          validationRows: validationRows.count)
    }
  }
}

extension RepeatedTrainings {
  /// The seconds that all of them take, one after the other on one thread.
  package var seconds: Double {
    fits.joined().reduce(0) { sum, fit in
      sum
        + TrainingEffort.seconds(
          fit.variant.network, fit.variant.settings, rows: fit.training.count,
          validationRows: fit.variant.settings.watchesValidation ? fit.judging.count : 0)
    }
  }
}
