import Commands
import Language
import Networks

/// A line whose values are joined as in a sentence, or that says in other words what is typed here:
/// `add dense 8, relu`, `plot data and boundary`, `set lr 0.1`, `compare adam sgd`. What to type is
/// told by the kind of line, and nothing is done.
struct LooseLine {
  /// What stands between blanks or commas.
  private struct Word {
    var text: String
    /// Whether a comma stands behind it.
    var hasComma: Bool

    var isOption: Bool { text.contains("=") }
    var isNumber: Bool { Double(text) != nil }
    var isConnector: Bool { LooseLine.connectors.contains(text.lowercased()) }
  }

  private static let connectors: Set<String> = ["and", "vs", "vs.", "versus", "or", "&", "against"]
  /// Verbs that say one thing a line.
  private static let saysOneThing: Set<String> = [
    "plot", "show", "explain", "help", "evaluate", "freeze", "unfreeze", "remove", "add",
  ]
  /// Those of them whose things are parted by commas too.
  private static let listsThings: Set<String> = ["plot", "show", "explain", "help"]
  /// Verbs that take layers by their numbers.
  private static let takesLayers: Set<String> = ["remove", "freeze", "unfreeze"]
  /// Verbs that take several things in a row.
  private static let takesSeveral: Set<String> = ["ensemble", "predict"]
  /// Verbs behind which signs stand that are their own.
  private static let excluded: Set<String> = [
    "save", "load", "run", "fetch", "learn", "let", "when",
  ]

  private let verb: CommandDefinition
  private let words: [Word]
  private let table: CommandTable
  /// Whether brackets around the values of an option were taken away.
  private let hasBrackets: Bool

  /// Reads a line; nil for several lines, for a formula and for one that begins with no verb.
  init?(_ source: String, in table: CommandTable) {
    // Most lines that are typed begin with a verb before a formula: their words need not be read.
    let start = source.prefix { $0 != " " }
    guard !source.utf8.contains(UInt8(ascii: "\n")),
      table.definition(of: String(start))?.takesFormulas != true
    else { return nil }
    let read = Self.words(of: source)
    guard let first = read.first, let verb = table.definition(of: first.text), read.count > 1,
      !first.hasComma, !Self.excluded.contains(verb.verb), !verb.takesFormulas
    else { return nil }
    self.table = table
    self.verb = verb
    let rest = Self.joiningValues(of: Array(read.dropFirst()))
    words = rest.map { Word(text: Self.withoutBrackets($0.text), hasComma: $0.hasComma) }
    hasBrackets = zip(rest, words).contains { $0.text != $1.text }
  }

  /// What to type; nil where it is not sure.
  ///
  /// - Parameter isRead: Whether the line is one of the language, so that its commas are right.
  func hints(isRead: Bool) -> [String]? {
    switch verb.verb {
    case "undo", "redo":
      guard words.count == 1, words[0].isNumber else { return nil }
      return [
        "one line for each change: \(verb.verb), then \(verb.verb) again",
        "delete \(words[0].text) takes cell \(words[0].text) out",
      ]
    case "delete":
      guard ["layer", "layers"].contains(words[0].text), words.count == 2 else {
        return words.count == 1 && isWordOfAll ? ["cells numbers the cells: delete 5"] : nil
      }
      return typed(["remove \(words[1].text)"])
    case _ where Self.takesLayers.contains(verb.verb) && words.count == 1 && isWordOfAll:
      return ["show network numbers the layers: \(verb.verb) 2"]
    case "set": return setting.flatMap { typed([$0]) }
    case "compare" where !words.contains(where: \.isOption):
      return variants.flatMap { typed([$0]) }
    case "predict" where words.allSatisfy(\.isOption):
      return row
    default: break
    }
    let hasConnector = words.contains(where: \.isConnector)
    if Self.saysOneThing.contains(verb.verb), hasConnector || !isRead, let parts {
      return typed(parts)
    }
    if Self.takesSeveral.contains(verb.verb), hasConnector { return typed([joined]) }
    guard !hasConnector, hasBrackets || !isRead && words.contains(where: \.hasComma) else {
      return nil
    }
    return typed([joined])
  }

  /// Whether the one value is a word that counts from the end, or means all.
  private var isWordOfAll: Bool {
    ["all", "last", "first", "everything", "it", "this"].contains(words[0].text.lowercased())
  }

  /// Lines to type, if each is one of the language.
  private func typed(_ lines: [String]) -> [String]? {
    let areRead = lines.allSatisfy { line in
      Script(parsing: line, forms: table.forms).diagnostics.isEmpty
    }
    return areRead ? ["it is typed: \(lines.joined(separator: ", then "))"] : nil
  }

  /// The line without connectors and commas.
  private var joined: String {
    ([verb.verb] + words.filter { !$0.isConnector }.map(\.text)).joined(separator: " ")
  }

  /// A line for each thing; nil where it is one thing, or one of them is none of the verb's.
  private var parts: [String]? {
    var groups: [[String]] = [[]]
    for word in words {
      let isAdded = verb.verb == "add" && Loanword.layer(word.text) != nil
      if word.isConnector {
        groups.append([])
        continue
      }
      if isAdded, groups[groups.count - 1].count > 0 { groups.append([]) }
      groups[groups.count - 1].append(word.text)
      if word.hasComma, Self.listsThings.contains(verb.verb) { groups.append([]) }
    }
    groups.removeAll(where: \.isEmpty)
    guard groups.count > 1, let first = groups.first else { return nil }
    let lines = groups.map { group -> [String] in
      let goesOn = group.count == 1 && Double(group[0]) != nil && first.count > 1
      return goesOn ? first.dropLast() + group : group
    }
    guard verb.words.isEmpty || lines.allSatisfy({ isOfVerb($0[0]) }) else { return nil }
    return lines.map { ([verb.verb] + $0).joined(separator: " ") }
  }

  /// Whether a word can be the first one behind the verb.
  private func isOfVerb(_ word: String) -> Bool {
    verb.words.contains(word) || Double(word) != nil
      || Loanword.things[verb.verb]?[Loanword.plain(word)] != nil
      || verb.verb == "add" || verb.verb == "explain" || verb.verb == "help"
  }
}

// Values that belong to a name.
extension LooseLine {
  /// `set lr 0.1`, `set seed = 42`: the line that sets it here.
  var setting: String? {
    var rest = words.map(\.text)
    if rest.count == 1, let equals = rest[0].firstIndex(of: "=") {
      rest = [String(rest[0][..<equals]), String(rest[0][rest[0].index(after: equals)...])]
    }
    rest.removeAll { $0 == "=" || $0 == "to" || $0.isEmpty }
    guard rest.count == 2, !verb.words.contains(rest[0]) else { return nil }
    let (name, value) = (rest[0].lowercased(), rest[1])
    if table.definition(of: name) != nil { return "\(name) \(value)" }
    guard let (owner, option) = owner(of: name) ?? Loanword.options[name].flatMap(owner) else {
      return nil
    }
    return "\(owner) \(option)=\(value)"
  }

  /// What stands before an option, of the training where it has it, and the option.
  private func owner(of name: String) -> (line: String, option: String)? {
    let takes = { (options: [OptionDefinition]) in options.contains { $0.name == name } }
    let training = table.definition(of: "train").map { [$0] } ?? []
    for definition in training + table.definitions where takes(definition.options) {
      let word = definition.words.first {
        definition.completion.options([$0])?.contains(name) == true
      }
      return (([definition.verb] + [word].compactMap { $0 }).joined(separator: " "), name)
    }
    for definition in table.definitions {
      let behind = definition.words.first { takes(definition.optionsBehind[$0] ?? []) }
      if let behind { return ("\(definition.verb) \(behind)", name) }
    }
    return nil
  }

  /// `compare adam sgd`, `compare lr 0.1 vs 0.01`: the option whose values these are.
  private var variants: String? {
    var values = words.filter { !$0.isConnector && $0.text != "with" }.map(\.text)
    var option = "rate"
    if let name = values.first, let first = Loanword.options[name] ?? named(name) {
      option = first
      values.removeFirst()
    } else if !values.allSatisfy({ Double($0) != nil }) {
      let kinds: [(option: String, name: (String) -> String?)] = [
        ("optimizer", { Optimizer.Kind(rawValue: Loanword.plain($0))?.rawValue }),
        ("activation", Self.activation),
        (
          "loss",
          { Loanword.values["loss"]?[Loanword.plain($0)] ?? Self.known($0, in: "loss", table) }
        ),
        ("initializer", { Self.known($0, in: "initializer", table) }),
        ("scale", { Self.known($0, in: "scale", table) }),
      ]
      for kind in kinds {
        let names = values.compactMap(kind.name)
        guard names.count == values.count else { continue }
        return names.count > 1 ? "compare \(kind.option)=\(names.joined(separator: ","))" : nil
      }
      return nil
    }
    return values.count > 1 ? "compare \(option)=\(values.joined(separator: ","))" : nil
  }

  private func named(_ name: String) -> String? {
    verb.options.contains { $0.name == name } ? name : nil
  }

  private static func activation(_ word: String) -> String? {
    Activation.allCases.first { Loanword.plain($0.rawValue) == Loanword.plain(word) }?.rawValue
  }

  /// A word that is one of an option's choices.
  static func known(
    _ word: String, in option: String, _ table: CommandTable
  ) -> String? {
    let choices = table.definition(of: "compare")?.options.first { $0.name == option }?.choices
    return choices?.contains(word) == true ? word : nil
  }

  /// `predict x1=0.5 x2=1`: values stand in the order of the columns.
  private var row: [String]? {
    let pairs = words.map { $0.text.split(separator: "=", maxSplits: 1).map(String.init) }
    guard pairs.allSatisfy({ $0.count == 2 && Double($0[1]) != nil }),
      !pairs.contains(where: { pair in verb.options.contains { $0.name == pair[0] } })
    else { return nil }
    let values = pairs.map { $0[1] }
    let line = (["predict"] + (values.count > 1 ? values : values + values)).joined(separator: " ")
    return ["the values stand in the order of the columns, one for each: \(line)"]
  }
}

// Reading it.
extension LooseLine {
  /// The words of a line, parted by blanks and commas outside of brackets and quotes; those of an
  /// option's list stay together.
  private static func words(of source: String) -> [Word] {
    var words: [Word] = []
    var text = ""
    var (depth, isQuoted) = (0, false)
    func close(_ hasComma: Bool) {
      if text.isEmpty {
        if hasComma, !words.isEmpty { words[words.count - 1].hasComma = true }
      } else {
        words.append(Word(text: text, hasComma: hasComma))
      }
      text = ""
    }
    for character in source {
      switch character {
      case "\"":
        isQuoted.toggle()
        text.append(character)
      case _ where isQuoted: text.append(character)
      case "(", "[", "{":
        depth += 1
        text.append(character)
      case ")", "]", "}":
        depth -= 1
        text.append(character)
      case "#" where depth == 0:
        close(false)
        return words
      case "," where depth == 0: close(true)
      case _ where character.isWhitespace && depth == 0: close(false)
      default: text.append(character)
      }
    }
    close(false)
    return words
  }

  /// The values behind an option's commas put back to it: `l2=0, 0.01`.
  private static func joiningValues(of words: [Word]) -> [Word] {
    var joined: [Word] = []
    for word in words {
      if let last = joined.last, last.isOption, last.hasComma, !word.isOption {
        joined[joined.count - 1] = Word(text: "\(last.text),\(word.text)", hasComma: word.hasComma)
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  /// `class_weight={0: 1, 1: 2}` and `rate=[0.1, 0.01]` as lists of this language.
  private static func withoutBrackets(_ word: String) -> String {
    guard let equals = word.firstIndex(of: "="), let last = word.last else { return word }
    let value = word[word.index(after: equals)...]
    guard let first = value.first, (first == "{" && last == "}") || (first == "[" && last == "]")
    else { return word }
    let values = value.dropFirst().dropLast().split(separator: ",").map { part in
      let own = part.split(separator: ":").last ?? part
      return own.filter { $0 != " " && $0 != "'" && $0 != "\"" }
    }
    return first == "{" || values.count > 1 ? word[...equals] + values.joined(separator: ",") : word
  }
}

extension CommandDefinition {
  /// Whether what stands behind the verb is formulas.
  fileprivate var takesFormulas: Bool { form == .formula || form == .formulas }
}
