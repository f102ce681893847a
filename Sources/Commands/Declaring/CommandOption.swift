import Charts
package import Language
package import Networks
import Workbench

/// An option of a command, declared once: its name, what values it takes, its default, what it
/// does, and how a value of it is read. Help, completion, range errors and reading come from here.
package struct CommandOption<Value: Sendable>: Sendable {
  /// How a value is read, or an error that points at it.
  package typealias Read = @Sendable (Expression, Arguments) throws(Diagnostic) -> Value

  /// What help, completion and errors know of it.
  package var definition: OptionDefinition
  /// The value where the option is not given; nil for one that says nothing then, or whose default
  /// follows from something else.
  package let usual: Value?
  let read: Read

  /// Declares an option whose values are read in a way of their own.
  package init(_ definition: OptionDefinition, usual: Value? = nil, read: @escaping Read) {
    self.definition = definition
    self.usual = usual
    self.read = read
  }

  /// The name before the equals sign.
  package var name: String { definition.name }
}

extension CommandOption<Double> {
  /// A number within bounds.
  package static func number(
    _ name: String, _ bounds: Bounds, usual: Double? = nil, standard: String? = nil,
    meaning: String
  ) -> Self {
    let usualText = usual.map { NumberText.significant($0, digits: 6) }
    let definition = OptionDefinition(
      name: name, kind: .number(bounds), standard: standard ?? usualText, meaning: meaning)
    return CommandOption(definition, usual: usual) { (value, arguments) throws(Diagnostic) in
      try arguments.number(value, what: name, in: bounds)
    }
  }

  /// A share from 0 to 1, best written as a percentage.
  package static func fraction(_ name: String, standard: String? = nil, meaning: String) -> Self {
    let definition = OptionDefinition(
      name: name, kind: .fraction, standard: standard, meaning: meaning)
    return CommandOption(definition) { (value, arguments) throws(Diagnostic) in
      try arguments.fraction(value, what: name)
    }
  }
}

extension CommandOption<Int> {
  /// A whole number in a range.
  package static func count(
    _ name: String, in range: ClosedRange<Int>, usual: Int? = nil, standard: String? = nil,
    meaning: String
  ) -> Self {
    let definition = OptionDefinition(
      name: name, kind: .count(range), standard: standard ?? usual.map(String.init),
      meaning: meaning)
    return CommandOption(definition, usual: usual) { (value, arguments) throws(Diagnostic) in
      try arguments.count(value, what: name, in: range)
    }
  }
}

/// So many, or all there are.
package enum Amount: Equatable, Sendable {
  /// So many.
  case count(Int)
  /// All there are.
  case all
}

extension CommandOption<Amount> {
  /// A whole number from 1 to 1,000,000, or the word `all`.
  package static func countOrAll(
    _ name: String, usual: Int? = nil, standard: String? = nil, meaning: String
  ) -> Self {
    let definition = OptionDefinition(
      name: name, kind: .countOrAll, standard: standard ?? usual.map(String.init),
      meaning: meaning)
    return CommandOption(definition, usual: usual.map(Amount.count)) {
      (value, arguments) throws(Diagnostic) in
      if arguments.text(of: value) == "all" { return .all }
      return .count(try arguments.count(value, what: name, in: 1...1_000_000))
    }
  }
}

extension CommandOption<Bool> {
  /// `yes` or `no`.
  package static func yesOrNo(
    _ name: String, usual: Bool? = nil, standard: String? = nil, meaning: String
  ) -> Self {
    let definition = OptionDefinition(
      name: name, kind: .yesOrNo, standard: standard ?? usual.map { $0 ? "yes" : "no" },
      meaning: meaning)
    return CommandOption(definition, usual: usual) { (value, arguments) throws(Diagnostic) in
      try arguments.yesOrNo(value, what: name)
    }
  }
}

extension CommandOption where Value: RawRepresentable<String> & CaseIterable {
  /// One of the words that the values of a type are written as.
  package static func choice(
    _ name: String, usual: Value? = nil, standard: String? = nil, meaning: String
  ) -> Self {
    let words = Value.allCases.map(\.rawValue)
    let definition = OptionDefinition(
      name: name, kind: .choice(words), standard: standard ?? usual?.rawValue, meaning: meaning)
    return CommandOption(definition, usual: usual) { (value, arguments) throws(Diagnostic) in
      let word = try arguments.word(value, among: words, what: name)
      guard let chosen = Value(rawValue: word) else {
        throw Wording.unknownWord(word, what: name, among: words, at: value.range)
      }
      return chosen
    }
  }
}

extension CommandOption<String> {
  /// One of some words.
  package static func choice(
    _ name: String, of words: [String], standard: String? = nil, meaning: String
  ) -> Self {
    let definition = OptionDefinition(
      name: name, kind: .choice(words), standard: standard, meaning: meaning)
    return CommandOption(definition) { (value, arguments) throws(Diagnostic) in
      try arguments.word(value, among: words, what: name)
    }
  }

  /// A column, a name, a word of the student's; a whole number is a name too.
  package static func word(
    _ name: String, names: [NameKind] = [], standard: String? = nil, meaning: String
  ) -> Self {
    var definition = OptionDefinition(
      name: name, kind: .word, standard: standard, meaning: meaning)
    definition.names = names
    return named(definition)
  }

  /// The address of a server.
  package static func address(_ name: String, standard: String? = nil, meaning: String) -> Self {
    named(OptionDefinition(name: name, kind: .address, standard: standard, meaning: meaning))
  }

  private static func named(_ definition: OptionDefinition) -> Self {
    CommandOption(definition) { (value, arguments) throws(Diagnostic) in
      try arguments.name(value, of: definition.name)
    }
  }
}

extension CommandOption<Expression> {
  /// Values whose meaning a reader of their own knows: a call such as `early(patience=10)`, a size,
  /// a formula. What can be typed is said by the kind.
  package static func expression(
    _ name: String, _ kind: OptionDefinition.Kind, names: [NameKind] = [],
    standard: String? = nil, meaning: String
  ) -> Self {
    var definition = OptionDefinition(
      name: name, kind: kind, standard: standard, meaning: meaning)
    definition.names = names
    return CommandOption(definition) { (value, _) in value }
  }
}
