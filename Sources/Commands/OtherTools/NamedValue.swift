import Formulas
import Language
package import Workbench

/// A value that is typed for a name without `let`: `x = 3`, `name = bar`.
package enum NamedValue {
  /// A hint that gives a name its value, with a value that there is; others as they are.
  package static func hint(
    _ hint: String, in table: CommandTable, _ bindings: Bindings
  ) -> String {
    guard let line = hint.firstRange(of: ": let ") else { return hint }
    let typed = String(hint[hint.index(line.lowerBound, offsetBy: 2)...])
    let statement = Script(parsing: typed, forms: table.forms).statements.first
    guard case .binding(let binding)? = statement else { return hint }
    let constants = ExpressionFunction.constants.map(\.name)
    let isKnown = binding.value.names.allSatisfy { name in
      constants.contains(name.text) || bindings.value(of: name.text) != nil
    }
    return isKnown ? hint : "a name gets a number with let: let \(binding.name.text) = 3"
  }
}
