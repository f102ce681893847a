import Charts
import Datasets
package import Language
import Networks
import Reports
import TensorEngine
package import Workbench

/// What data must have for a picture to be drawn of it.
package enum DataRequirement: Sendable {
  /// Two features and classes.
  case plane
  /// Targets that have an accuracy.
  case accuracy
  /// Classes, as a picture says that it is about: "a confusion matrix is about classes".
  case classes(String)
  /// One number an example as target, as a picture says that it is about it ("residuals are"), and
  /// what to type of classes instead.
  case numbers(about: String, instead: String)
  /// Examples in a split; nil for the usual one.
  case examples(DataInHand.Part?)
  /// Examples of a class and others in a split; nil for the usual split, and for the classes that
  /// are usually drawn.
  case bothSides(DataInHand.Part?, class: Int?)

  /// Refuses data that has it not.
  package func check(_ data: DataInHand, at range: SourceRange) throws(Diagnostic) {
    switch self {
    case .plane:
      guard data.isClassification, data.dataset.columnNames.count == 2, !data.dataset.isImages
      else {
        throw Diagnostic(
          "a boundary is drawn for 2 features and classes", at: range,
          hints: ["data circles, data moons and data spirals have them"])
      }
    case .accuracy:
      guard data.isClassification else {
        throw Diagnostic(
          "these targets are numbers, which have no accuracy", at: range, hints: ["plot=loss"])
      }
    case .classes(let about):
      guard data.isClassification else { throw Self.refusal(about: about, at: range) }
    case .numbers(let about, let instead):
      guard case .values(_, let width) = data.examples.targets else {
        throw Diagnostic(
          "\(about) of a number, and this target is a class", at: range, hints: [instead])
      }
      guard width == 1 else {
        throw Diagnostic(
          "\(about) of one number, and this target has \(width)", at: range,
          hints: ["show metrics sums up the errors of all of them"])
      }
    case .examples(let part):
      guard !data.rows(of: part ?? data.usualPart).isEmpty else {
        throw Diagnostic("there are no examples to look at", at: range)
      }
    case .bothSides(let part, let asked):
      try Self.checkSides(of: asked, in: part ?? data.usualPart, of: data, at: range)
    }
  }

  /// What a confusion matrix says that it is about.
  package static let confusion = "a confusion matrix is about classes"
  /// What the curves of a ranking say that they are about.
  package static let ranking = "this curve is about finding a class"

  /// What a picture of confidence, such as "coverage", says that it is about.
  package static func confidence(_ what: String) -> String {
    "\(what) is about how sure a class is"
  }

  /// What is said where there are no classes.
  static func refusal(about: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "\(about), and this target is a number", at: range, hints: ["show metrics has what there is"])
  }

  private static func checkSides(
    of asked: Int?, in part: DataInHand.Part, of data: DataInHand, at range: SourceRange
  ) throws(Diagnostic) {
    guard case .classes(let classes, let classCount) = data.examples.targets else { return }
    let rows = data.rows(of: part)
    var counts = [Int](repeating: 0, count: max(2, classCount))
    for row in rows { counts[Int(classes[Int(row)])] += 1 }
    let looked = RankedClass.looked(
      at: asked, in: counts.count, positive: data.positiveClass(for: nil))
    guard !looked.contains(where: { counts[$0] > 0 && counts[$0] < rows.count }) else { return }
    let first = looked.first ?? 0
    let only = counts[first] == 0 ? "no examples" : "only examples"
    let name = data.dataset.classNames.className(first)
    throw Diagnostic(
      "the \(part.rawValue) split has \(only) of class \(name), so there is nothing to tell apart",
      at: range, hints: ["a larger split may have both"])
  }
}

extension DataInHand {
  /// The split that a picture is of where none is asked for: validation where there is one, else
  /// training.
  var usualPart: Part { rows(of: .validation).isEmpty ? .training : .validation }
}
