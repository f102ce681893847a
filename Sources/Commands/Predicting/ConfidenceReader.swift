import Datasets
package import Language
package import Networks
package import Reports
package import Workbench

/// Reads what is asked about confidence: the least of an answer, or a split whose predictions have
/// one.
package enum ConfidenceReader {
  /// From which confidence on a prediction is an answer.
  package static let confidence = CommandOption<Double>.fraction(
    "confidence",
    meaning: "the least confidence of an answer; what is below is left to a person")

  /// The least confidence that is asked of a network; nil without one.
  package static func confidence(
    _ arguments: Arguments, isClassification: Bool, network: Network
  ) throws(Diagnostic) -> Double? {
    guard let asked = try confidence(arguments, isClassification: isClassification) else {
      return nil
    }
    guard network.givesProbabilities else {
      throw Wording.noProbabilities("confidence", at: arguments.range(of: confidence))
    }
    return asked
  }

  /// The least confidence that is asked of probabilities; nil without one.
  package static func confidence(
    _ arguments: Arguments, isClassification: Bool
  ) throws(Diagnostic) -> Double? {
    guard let asked = try arguments.value(of: confidence) else { return nil }
    let range = arguments.range(of: confidence)
    guard asked > 0 else {
      throw Diagnostic(
        "confidence must be more than 0%: no prediction is less sure than that", at: range,
        hints: ["confidence=90% leaves what is less sure to a person"])
    }
    guard isClassification else {
      throw Diagnostic(
        "confidence is about how sure a class is, and this target is a number", at: range)
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
