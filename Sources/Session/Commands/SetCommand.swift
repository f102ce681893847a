import Charts
import Language

/// `set digits 9`: how numbers are shown.
enum SetCommand {
  static let definition = CommandDefinition(
    verb: "set", family: .notebook, summary: "sets how many digits print shows",
    forms: ["set digits 9"], words: ["digits"], example: ["set digits 9", "print pi"],
    action: .cell(run))

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    try arguments.expect(atMost: 2)
    let setting = try arguments.value(0, orSay: "set needs the name of a setting: set digits 9")
    _ = try arguments.word(setting, among: definition.words, what: "setting")
    let value = try arguments.value(1, orSay: "set digits needs a number: set digits 9")
    let digits = try arguments.count(value, what: "digits", in: 1...17)
    execution.state.digits = digits
    return Document([.facts([Fact("digits", .count(digits), text: "digits \(digits)")])])
  }
}
