import Datasets
package import Language
package import Networks
import Reports
package import Workbench

/// Reads `threshold=30%`: from which probability of the positive class on a network decides for it.
package enum DecisionReader {
  /// From which probability of the positive class on it is predicted.
  package static let threshold = CommandOption<Double>.fraction(
    "threshold", standard: "50%",
    meaning: "two classes: from which probability on the positive class is predicted")

  /// The threshold that is asked of a network about some classes; nil without one.
  ///
  /// - Throws: A `Diagnostic` where there are not two classes, or where no probabilities are given.
  package static func threshold(
    _ arguments: Arguments, for network: Network, classCount: Int?
  ) throws(Diagnostic) -> Double? {
    guard let asked = try threshold(arguments, classCount: classCount) else { return nil }
    guard network.givesProbabilities else {
      throw Wording.noProbabilities("threshold", at: arguments.range(of: threshold))
    }
    return asked
  }

  /// The threshold that is asked of probabilities; nil without one.
  ///
  /// - Throws: A `Diagnostic` where there are not two classes.
  package static func threshold(
    _ arguments: Arguments, classCount: Int?
  ) throws(Diagnostic) -> Double? {
    guard let asked = try arguments.value(of: threshold) else { return nil }
    let range = arguments.range(of: threshold)
    guard let classCount else {
      throw Diagnostic(
        "a threshold decides between two classes, and this target is a number", at: range)
    }
    guard classCount == 2 else {
      throw Diagnostic(
        "a threshold decides between two classes, and there are \(classCount): the likeliest one "
          + "is predicted", at: range,
        hints: ["confidence=90% leaves what is less sure to a person"])
    }
    return asked
  }

  /// The threshold that is asked about the data in hand, as what is decided by it.
  package static func decision(
    _ arguments: Arguments, of hand: NetworkInHand, on data: DataInHand
  ) throws(Diagnostic) -> Decision? {
    let asked = try threshold(arguments, for: hand.network, classCount: data.classCount)
    return asked.map { asked in
      let positive = data.positiveClass(for: hand)
      return Decision(
        positive: positive, name: data.dataset.classNames.className(positive), threshold: asked)
    }
  }
}
