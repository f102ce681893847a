import Commands
import Language
import Workbench

// What is said of it.
extension LooseLine {
  /// As many bytes a line may have that somebody has typed: a longer one is not searched for what was
  /// meant.
  private static let longest = 100_000

  /// A fault of a line of a programming language or of a sentence, with the line that does it here.
  static func explained(
    _ fault: Diagnostic, of source: String, in table: CommandTable, _ bindings: Bindings
  ) -> Diagnostic {
    guard source.utf8.count <= longest else { return fault }
    if let explained = LoneOption.explained(fault, of: source, in: table)
      ?? ForeignLine.explained(fault, of: source, in: table)
    {
      return explained
    }
    var fault = fault
    if let hints = LooseLine(source, in: table)?.hints(isRead: false) { fault.hints = hints }
    fault.hints = fault.hints.map { NamedValue.hint($0, in: table, bindings) }
    return fault
  }

  /// What was refused of a line that could be read, with the line that says it here. What is wrong with
  /// the notebook, and not with the line, comes first.
  static func reworded(
    _ fault: Diagnostic, of source: String, in table: CommandTable
  ) -> Diagnostic {
    guard source.utf8.count <= longest else { return fault }
    if let reworded = ForeignLine.reworded(fault, of: source, in: table) { return reworded }
    let verb = source.prefix { $0 != " " }.utf8.count
    guard fault.range.upperBound > verb || fault.hints.isEmpty,
      let hints = LooseLine(source, in: table)?.hints(isRead: true)
    else { return fault }
    var fault = fault
    fault.hints = hints
    return fault
  }
}
