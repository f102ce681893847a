import Commands
import Formulas
import Language
import Reports
import Workbench

// What is reckoned of numbers alone, as long lists have it, reads no file, does no work and looks at
// nothing: nothing of what other cells may need is made for it.
extension Interpreter {
  /// The cell of a script that gives a number a name, or prints one, and does nothing else; nil for any
  /// other one, and where something is in its way.
  static func numberCell(
    _ script: Script, from state: SessionState, settings: SessionSettings, control: RunControl
  ) -> Cell? {
    guard script.statements.count == 1, script.diagnostics.isEmpty else { return nil }
    var after = state
    var reports: [any Report] = []
    var bytes = CellMemory.textBytes(of: script.source)
    switch script.statements[0] {
    case .binding(let binding) where binding.option == nil:
      guard let value = number(binding.value, in: state) else { return nil }
      after.bindings.set(binding.name.text, to: value)
      bytes += after.bindings.bytes(notIn: state.bindings)
    case .command(let command) where command.verb.text == PrintCommand.definition.verb:
      guard command.arguments.count == 1, case .value(let formula) = command.arguments[0],
        let value = number(formula, in: state)
      else { return nil }
      let report = PrintCommand.report(of: formula, value, digits: state.digits)
      reports = [report]
      bytes += report.byteCount
    default: return nil
    }
    guard !control.isInterrupted() else { return nil }
    after.heldBytes = state.heldBytes + bytes
    guard after.heldBytes <= after.memoryLimit else { return nil }
    var cell = Cell(
      source: script.source, result: .reports(reports), byteCount: bytes, state: after)
    cell.sharedRights = settings.files.sharedRights
    return cell
  }

  /// The number that a formula of numbers comes to; nil for another one, and for one that fails.
  private static func number(_ formula: Expression, in state: SessionState) -> Quantity? {
    if let number = formula.number { return .number(number) }
    guard formula.isOfNumbers(in: state.bindings),
      case .number(let number)? = try? Evaluator(state: state).quantity(formula)
    else { return nil }
    return .number(number)
  }
}

extension Expression {
  /// Whether it has numbers alone, those among them that have names, and what joins two of them.
  fileprivate func isOfNumbers(in bindings: Bindings) -> Bool {
    switch kind {
    case .number, .percent: return true
    case .word(let name):
      if case .number? = bindings.value(of: name) { return true }
      return false
    case .unary(_, let operand): return operand.isOfNumbers(in: bindings)
    case .binary(_, let left, let right):
      return left.isOfNumbers(in: bindings) && right.isOfNumbers(in: bindings)
    case .size, .string, .path, .range, .call, .index, .matrix: return false
    }
  }
}
