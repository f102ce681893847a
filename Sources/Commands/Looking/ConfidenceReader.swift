import Datasets
package import Language
package import Networks
package import Reports
package import Workbench

/// Reads what is asked about confidence: a threshold, or a split whose predictions have one.
package enum ConfidenceReader {
  /// From which confidence on a prediction is an answer.
  package static let threshold = CommandOption<Double>.fraction(
    "threshold",
    meaning: "the least confidence of an answer; what is below is left to a person")

  /// The threshold that is asked of a network; nil without one.
  package static func threshold(
    _ arguments: Arguments, for network: Network, on data: DataInHand
  ) throws(Diagnostic) -> Double? {
    guard let asked = try self.threshold(arguments, on: data) else { return nil }
    guard network.givesProbabilities else {
      throw Wording.noProbabilities("threshold", at: arguments.range(of: threshold))
    }
    return asked
  }

  /// The threshold that is asked of probabilities; nil without one.
  package static func threshold(
    _ arguments: Arguments, on data: DataInHand
  ) throws(Diagnostic) -> Double? {
    guard let asked = try arguments.value(of: threshold) else { return nil }
    let range = arguments.range(of: threshold)
    guard asked > 0 else {
      throw Diagnostic(
        "threshold must be more than 0%: no prediction is less sure than that", at: range,
        hints: ["threshold=90% leaves what is less sure to a person"])
    }
    guard data.isClassification else {
      throw Diagnostic(
        "a threshold is about how sure a class is, and this target is a number", at: range)
    }
    return asked
  }

  /// `show coverage`, `show calibration`, and their plots: the predictions on a split, as
  /// probabilities; without a split on validation where there is one, else on training.
  package static func predictions(
    _ execution: Execution, _ arguments: Arguments, about what: String
  ) throws(Diagnostic) -> (part: DataInHand.Part, predictions: ClassPredictions) {
    let (part, data) = try MeasureReader.part(execution, arguments)
    let predictions = try MeasureReader.predictions(on: part, of: data, execution, arguments) {
      DataRequirement.refusal(
        about: DataRequirement.confidence(what), at: arguments.command.range)
    }
    guard predictions.areProbabilities else {
      throw Wording.noProbabilities(what, at: arguments.command.range)
    }
    return (part, predictions)
  }

  /// `show coverage [SPLIT]`.
  package static func coverage(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> CoverageReport {
    let (part, predictions) = try predictions(execution, arguments, about: "coverage")
    return CoverageReport(
      predictions, on: part, looks: part == .test ? execution.countedLook() : nil)
  }

  /// `show calibration [SPLIT]`.
  package static func calibration(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> CalibrationReport {
    let (part, predictions) = try predictions(execution, arguments, about: "calibration")
    return CalibrationReport(
      predictions, on: part, looks: part == .test ? execution.countedLook() : nil)
  }
}
