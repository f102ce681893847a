import Language
import Workbench

/// A line with letters and digits that only look like those of the language: `train épochs=10`,
/// `train rаte=0.1` with a Cyrillic letter, `train epochs=１０`.
enum ForeignLetter {
  /// The bytes of the longest line that is said anew.
  static let longest = 120

  /// The line in the letters of the language, if that is one that can be read; nil for others.
  static func line(_ source: String, in table: CommandTable) -> String? {
    guard source.utf8.count <= longest, !source.contains(where: \.isNewline) else { return nil }
    let plain = PlainLetter.folded(source)
    guard plain != source, plain.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let script = Script(parsing: plain, forms: table.forms)
    guard script.diagnostics.isEmpty, let statement = script.statements.first else { return nil }
    switch statement {
    case .binding: return plain
    case .command(let command):
      return table.definition(of: command.verb.text).flatMap { named(command, of: $0, in: plain) }
    default: return nil
    }
  }

  /// The same with each option under the name that it has; nil where one has none.
  private static func named(
    _ command: Command, of definition: CommandDefinition, in source: String
  ) -> String? {
    let options = definition.behind(command.values.first?.text).options
    var line = source
    for option in command.options.reversed()
    where !options.contains(where: {
      $0.takes(OptionKey(option.name))
    }) {
      let name = option.name.text
      let near = Spelling.nearest(name, among: options.map(\.name))
      guard
        let ours = OtherTongue.option(name) ?? Loanword.options[name]
          ?? (near.count == 1 ? near[0] : nil), options.contains(where: { $0.name == ours })
      else { return nil }
      line = option.name.range.replaced(by: ours, in: line)
    }
    return line
  }
}
