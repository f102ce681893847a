import Charts
package import Language
package import TensorEngine

/// Work that is told beforehand.
extension Wording {
  /// The option that allows it, as it is typed.
  package static let workConsent = "yes=yes"

  /// "30 fits, 3,000 epochs, 2,340 billion operations".
  package static func text(of plan: WorkPlan) -> String {
    var parts: [String] = []
    if plan.fits > 0 { parts = [count(plan.fits, "fit"), count(plan.epochs, "epoch")] }
    return (parts + [billions(plan.work)]).joined(separator: ", ")
  }

  /// "2,340 billion operations", rounded up.
  private static func billions(_ work: Work) -> String {
    let billions = (work.operations / 1e9).rounded(.up)
    return "\(NumberText.count(billions < 1e15 ? Int(billions) : 1_000_000_000_000_000)) billion "
      + "operations"
  }

  /// Work that was not begun.
  ///
  /// - Parameter command: The command whose work it is, where it is known.
  package static func diagnostic(
    for excess: WorkExcess, in command: Command?, at range: SourceRange
  ) -> Diagnostic {
    if excess.isDeclined {
      return Diagnostic(
        "not done: \(text(of: excess.plan)); the notebook is as it was", at: range)
    }
    return Diagnostic(
      "this is more work than is done unasked: \(text(of: excess.plan)), and without "
        + "\(workConsent) at most \(NumberText.count(Int(Work.mostUnasked.operations / 1e9))) "
        + "billion",
      at: range, hints: [workHint(for: command)])
  }

  /// What to type to have work done: the line of a command with ``workConsent`` at its end. A long
  /// line is not repeated.
  package static func workHint(for command: Command?) -> String {
    var line = "..."
    if var command {
      command.arguments.removeAll { argument in
        if case .option(let option) = argument { option.name.text == "yes" } else { false }
      }
      let text = command.formatted
      if text.utf8.count <= 60, !text.contains("\n") { line = text }
    }
    return "\(workConsent) at the end does it: \(line) \(workConsent)"
  }
}
