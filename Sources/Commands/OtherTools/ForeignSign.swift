import Language

/// A line with the signs of another prompt: `?train`, `:q`, `!ls`, `%time`, `train --help`, `Ctrl-D`.
enum ForeignSign {
  private static let shell = "the shell is behind Ctrl-Z, and fg comes back from there"
  private static let question = "help lists the commands, explain TERM says what a word means"
  private static let leaves: Set<String> = [
    "q", "q!", "wq", "wq!", "qa", "qa!", "x", "quit", "exit", "bye",
  ]
  private static let helps: Set<String> = ["h", "help", "?", "man", "doc"]

  /// What to type instead of a line that could not be read; nil for a line without such signs.
  static func hint(for source: String, in table: CommandTable) -> String? {
    guard !source.contains(where: \.isNewline) else { return nil }
    let words = source.split(separator: " ").map(String.init)
    guard let first = words.first, let sign = first.first, let last = words.last else { return nil }
    if words.count == 1, let key = key(in: first) { return key }
    if first.hasPrefix("//") { return "a comment begins with #" }
    if sign == "!" { return shell }
    if words.count == 1, leaves.contains(String(first.prefix { $0 != "!" })) {
      return "it is typed: quit"
    }
    if sign == "?" || last.last == "?" { return answer(to: words, in: table) }
    if let power = power(source) { return power }
    if "\\.:/-%@".contains(sign) { return command(words, sign, in: table) }
    return flags(words, in: table)
  }

  /// `what is overfitting?`, `train?`: what says more of what it asks about.
  static func answer(to words: [String], in table: CommandTable) -> String {
    let asked = words.map { $0.lowercased().filter { $0 != "?" } }.filter { !$0.isEmpty }
    if asked.count == 1, table.definition(of: asked[0]) != nil {
      return "it is typed: help \(asked[0])"
    }
    if asked.first == "why" {
      return "diagnose says what is wrong with a training, why explains the last output"
    }
    return term(in: asked, of: table).map { "it is typed: explain \($0)" } ?? question
  }

  /// The longest of the words that is a term, alone or with the next one.
  static func term(in words: [String], of table: CommandTable) -> String? {
    let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
    return pairs.first(where: table.terms.contains)
      ?? words.last { $0.count > 2 && table.terms.contains($0) }
  }

  /// `Ctrl-D`, which is a key.
  private static func key(in word: String) -> String? {
    let parts = word.lowercased().split { $0 == "-" || $0 == "+" }
    guard parts.count == 2, ["ctrl", "control", "strg"].contains(parts[0]), parts[1].count == 1
    else { return nil }
    return "it is a key: hold Ctrl down and press \(parts[1].uppercased())"
  }

  /// `3 ** 2`
  private static func power(_ source: String) -> String? {
    guard source.contains("**") else { return nil }
    let line = source.replacing("**", with: "^")
    let isFormula = line.first.map { $0.isNumber || $0 == "(" } ?? false
    return "a power is written with ^: \(isFormula ? "print " : "")\(line)"
  }

  /// `:q`, `\h`, `.help`, `--help`, `%time train`
  private static func command(
    _ words: [String], _ sign: Character, in table: CommandTable
  ) -> String? {
    let first = words[0].lowercased().drop { "\\.:/-%@".contains($0) }
    if leaves.contains(String(first)) { return "it is typed: quit" }
    let rest = words.dropFirst()
    if helps.contains(String(first)) {
      let verb = rest.first.flatMap { table.definition(of: $0) }
      return "it is typed: \((["help"] + [verb?.verb].compactMap { $0 }).joined(separator: " "))"
    }
    if table.definition(of: String(first)) != nil {
      return "it is typed: \(([String(first)] + rest).joined(separator: " "))"
    }
    if let verb = rest.first, table.definition(of: verb) != nil {
      return "it is typed: \(rest.joined(separator: " "))"
    }
    return "%@:\\".contains(sign) ? "help lists the commands" : nil
  }

  /// `train --help`, `train --epochs 10`, `train -e=10`: options have no signs before their names.
  static func flags(_ words: [String], in table: CommandTable) -> String? {
    guard let verb = words.first.flatMap({ table.definition(of: $0) }),
      let place = words.firstIndex(where: {
        $0.hasPrefix("-") && $0.drop { $0 == "-" }.first?.isLetter == true
      })
    else { return nil }
    let flag = words[place].drop { $0 == "-" }
    if flag == "help" || flag == "h" { return "it is typed: help \(verb.verb)" }
    let parts = flag.split(separator: "=").map(String.init) + words[(place + 1)...].prefix(1)
    let name = Loanword.options[parts[0]] ?? parts[0]
    if verb.words.contains(String(flag)) { return "it is typed: \(verb.verb) \(flag)" }
    guard let option = verb.options.first(where: { $0.name == name || $0.name.hasPrefix(name) }),
      parts.count > 1
    else { return nil }
    return "it is typed: \(verb.verb) \(option.name)=\(parts[1])"
  }
}
