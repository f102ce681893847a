package import Language
package import Tuning
package import Workbench

/// Reads `by=f1`: what networks are judged and sorted by.
package enum CriterionReader {
  /// What was asked to judge by; nil where nothing was.
  ///
  /// - Throws: A `Diagnostic` for one that does not fit the targets.
  package static func criterion(
    _ option: CommandOption<Criterion>, for data: DataInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> Criterion? {
    guard let criterion = try arguments.value(of: option) else { return nil }
    let fitting = Criterion.fitting(isClassification: data.isClassification)
    guard fitting.contains(criterion) else {
      throw Diagnostic(
        "\(criterion.title) is about \(data.isClassification ? "numbers" : "classes"), and this "
          + "target is a \(data.isClassification ? "class" : "number")",
        at: arguments.range(of: option),
        hints: ["by= takes: \(fitting.map(\.rawValue).joined(separator: ", "))"])
    }
    return criterion
  }
}
