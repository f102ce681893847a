import Commands
import Language
import Workbench

// A number that gets a name, as long lists of them have it, reads no file, does no work and looks at
// nothing: nothing of what other cells may need is made for it.
extension Interpreter {
  /// The cell of a script that binds a number and does nothing else; nil for any other one, and where
  /// something is in its way.
  static func numberCell(
    _ script: Script, from state: SessionState, settings: SessionSettings, control: RunControl
  ) -> Cell? {
    guard script.statements.count == 1, script.diagnostics.isEmpty,
      case .binding(let binding) = script.statements[0], binding.option == nil,
      let number = binding.value.literal, !control.isInterrupted()
    else { return nil }
    var after = state
    after.bindings.set(binding.name.text, to: .number(number))
    let bytes =
      after.bindings.bytes(notIn: state.bindings) + CellMemory.textBytes(of: script.source)
    after.heldBytes = state.heldBytes + bytes
    guard after.heldBytes <= after.memoryLimit else { return nil }
    var cell = Cell(source: script.source, result: .reports([]), byteCount: bytes, state: after)
    cell.sharedRights = settings.files.sharedRights
    return cell
  }
}

extension Expression {
  /// The number that it is by its letters alone.
  fileprivate var literal: Double? {
    switch kind {
    case .number(let number), .percent(let number): number
    default: nil
    }
  }
}
