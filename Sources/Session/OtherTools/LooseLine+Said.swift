import Commands
import Language
import Networks

// What is said of it.
extension LooseLine {
  /// `epochs = 100`, `optimizer=adam`, `seed = 3`: the line in which a name has its value here; nil for a
  /// name that means nothing.
  private static func assigned(_ source: String, in table: CommandTable) -> String? {
    let parts = source.split(separator: "=", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined(separator: " ") }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }),
      let value = parts[1].first,
      value.isNumber || value == "." || isKnown(parts[1], of: parts[0], table)
    else { return nil }
    let own = parts[0] == "optimizer" ? parts[1].lowercased() : parts[1]
    let line = LooseLine("set \(parts[0]) \(own)", in: table)?.setting
    return line.flatMap { line in ["train ", "seed "].contains { line.hasPrefix($0) } ? line : nil }
  }

  private static func isKnown(_ word: String, of option: String, _ table: CommandTable) -> Bool {
    option == "optimizer"
      ? Optimizer.Kind(rawValue: word.lowercased()) != nil : known(word, in: option, table) != nil
  }

  /// A fault of a line of a programming language or of a sentence, with the line that does it here.
  static func explained(
    _ fault: Diagnostic, of source: String, in table: CommandTable
  ) -> Diagnostic {
    if let explained = ForeignLine.explained(fault, of: source, in: table) { return explained }
    var fault = fault
    if let hints = LooseLine(source, in: table)?.hints(isRead: false) { fault.hints = hints }
    if let line = assigned(source, in: table) {
      fault.hints = ["it is typed: \(line)"] + fault.hints
    }
    return fault
  }

  /// What was refused of a line that could be read, with the line that says it here. What is wrong with
  /// the notebook, and not with the line, comes first.
  static func reworded(
    _ fault: Diagnostic, of source: String, in table: CommandTable
  ) -> Diagnostic {
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
