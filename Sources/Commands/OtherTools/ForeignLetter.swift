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
    let plain = folded(source)
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

  /// A text with plain letters for those that look like them; what stands in quotes is the student's.
  private static func folded(_ source: String) -> String {
    var text = ""
    var isQuoted = false
    for scalar in source.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted || scalar.isASCII {
        text.unicodeScalars.append(scalar)
      } else {
        text += plain(scalar)
      }
    }
    return text
  }

  /// A sign that looks like one of the language as that one; others as they are.
  static func plain(_ scalar: Unicode.Scalar) -> String {
    if let twin = twins[scalar] { return twin }
    // Signs as wide as a Chinese letter.
    if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
      return String(half)
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark: return ""
    case .spaceSeparator: return " "
    case .decimalNumber: return scalar.properties.numericValue.map { String(Int($0)) } ?? ""
    case .lowercaseLetter, .uppercaseLetter: return letter(scalar)
    default: return String(scalar)
    }
  }

  /// "LATIN SMALL LETTER E WITH ACUTE" is an e.
  private static func letter(_ scalar: Unicode.Scalar) -> String {
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
      words[3].count == 1
    else { return String(scalar) }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }

  /// Letters of other scripts that can't be told from ours, and ours that are two.
  private static let twins: [Unicode.Scalar: String] = {
    var twins: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"]
    let pairs = zip("асеіјорѕхуԁһԛԝνορικτα".unicodeScalars, "aceijopsxydhqwvopikta")
    for (twin, letter) in pairs { twins[twin] = String(letter) }
    return twins
  }()
}
