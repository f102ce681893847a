package import Language
package import TensorEngine
import Workbench

/// `yes=yes`: more than a minute's work is to be done. Declared once, for every verb that can last.
package enum WorkConsent {
  /// The option.
  package static let option = CommandOption<Bool>.yesOrNo(
    "yes", usual: false, meaning: "does more than a minute's work without asking")

  /// The allowance of a command.
  ///
  /// - Throws: a `Diagnostic` for a value that is neither yes nor no.
  static func allowance(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> WorkAllowance {
    let takesIt = arguments.definition.options.contains { $0.name == option.name }
    let isGiven = takesIt ? try arguments.valueOrUsual(of: option) : false
    return execution.allowance(
      isGiven: isGiven || execution.consents.contains(arguments.command.range.lowerBound),
      maySayYes: takesIt)
  }

  /// What a command failed by, with the line that would do its work, as the student types it.
  static func explained(
    _ error: Diagnostic, _ allowance: WorkAllowance, _ command: Command,
    _ definition: CommandDefinition
  ) -> Diagnostic {
    guard allowance.isExceeded, !allowance.wasDeclined else { return error }
    let takesIt = definition.options.contains { $0.name == option.name }
    var error = error
    error.hints = takesIt ? [Wording.workHint(for: command)] : []
    return error
  }
}

extension Execution {
  /// The allowance of a statement.
  ///
  /// - Parameters:
  ///   - isGiven: Whether it says `yes=yes`.
  ///   - maySayYes: Whether it could.
  package func allowance(isGiven: Bool, maySayYes: Bool) -> WorkAllowance {
    let rights = settings.files.rights
    let isAsked =
      maySayYes && !isWithinTraining && (rights.holder == nil || rights.isTyped)
    return WorkAllowance(isGranted: isGiven, judge: isAsked ? control.judgesWork : nil)
  }

  /// Does a statement within an allowance, and notes what the person said to it.
  ///
  /// - Parameter place: Where the statement begins.
  package func working<Value>(
    within allowance: WorkAllowance, at place: Int, _ work: () throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    defer { consents.note(allowance, at: place) }
    return try WorkAllowance.$current.withValue(allowance) {
      Result { () throws(Diagnostic) in try work() }
    }.get()
  }

  /// Announces work that is about to begin.
  ///
  /// - Throws: a `Diagnostic` where it is more than may be done.
  package func require(_ plan: WorkPlan, _ arguments: Arguments) throws(Diagnostic) {
    do throws(WorkExcess) {
      try WorkAllowance.current.require(plan)
      consents.note(fits: plan.fits)
    } catch {
      throw Wording.diagnostic(
        for: .work(error), in: arguments.command, at: arguments.command.range)
    }
  }
}
