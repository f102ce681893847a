import Datasets
import Language
import Reports
import Workbench

/// What is asked of a network about new examples beside their answers: how sure it must be, and from
/// which probability on it decides.
struct NewQuestion {
  /// The least confidence of an answer; nil where all are taken.
  let confidence: Double?
  /// How one of two classes is decided for; nil for the likeliest one.
  let decision: Decision?

  /// Reads the options.
  ///
  /// - Throws: A `Diagnostic` for what makes no sense of this network.
  init(_ arguments: Arguments, _ learned: LearnedInputs) throws(Diagnostic) {
    let names = learned.classNames
    confidence = try ConfidenceReader.confidence(
      arguments, isClassification: !names.isEmpty, network: learned.network)
    let threshold = try DecisionReader.threshold(
      arguments, for: learned.network, classCount: names.isEmpty ? nil : names.count)
    decision = threshold.map {
      Decision(
        positive: learned.positive, name: names.className(learned.positive), threshold: $0)
    }
  }
}
