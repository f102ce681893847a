import Formulas
package import Language
package import Reports
import TensorEngine
import Workbench

extension Execution {
  /// Runs one command.
  ///
  /// - Throws: a `Diagnostic` for an unknown verb, one that works on the notebook itself, and
  ///   whatever the command refuses.
  package mutating func perform(_ command: Command) throws(Diagnostic) -> any Report {
    guard let definition = table.definition(of: command.verb.text) else {
      var fault = Wording.unknownCommand(command.verb, in: table)
      if state.bindings.value(of: command.verb.text) != nil
        || ExpressionFunction.constants.contains(where: { $0.name == command.verb.text })
      {
        fault.hints = ["to see its value: print \(command.verb.text)"]
      }
      throw fault
    }
    guard let cellCommand = table.cellCommand(of: definition.verb) else {
      throw Diagnostic(
        "\(definition.verb) works on the notebook and stands on its own", at: command.verb.range)
    }
    // What a rule does within a training is bounded by its own verb.
    let outer = settings.files.touches
    settings.files.touches = definition.touches
    defer { settings.files.touches = outer }
    let arguments = try Arguments(
      command.translated(for: definition), of: definition, evaluator: evaluator)
    let allowance = try WorkConsent.allowance(self, arguments)
    let done = WorkAllowance.$current.withValue(allowance) {
      Result { () throws(Diagnostic) in try cellCommand.perform(in: &self, arguments) }
    }
    consents.note(allowance, at: command.range.lowerBound)
    let report = try done.mapError { WorkConsent.explained($0, allowance, command, definition) }
      .get()
    countTestLook()
    return report
  }
}
