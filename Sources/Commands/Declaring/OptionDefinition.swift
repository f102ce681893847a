package import Networks

/// An option of a command, `name=value`.
package struct OptionDefinition: Sendable {
  /// The name before the equals sign.
  package let name: String
  /// What values it takes.
  package let kind: Kind
  /// How the default reads in help; `nil` if the option has none.
  package var standard: String?
  /// What it does, in a few words.
  package let meaning: String

  /// Makes it of its parts.
  package init(name: String, kind: Kind, standard: String? = nil, meaning: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.meaning = meaning
  }

  /// What values it takes.
  package enum Kind: Sendable {
    /// A number within bounds.
    case number(Bounds)
    /// A whole number within bounds.
    case count(ClosedRange<Int>)
    /// A whole number, or the word `all`.
    case countOrAll
    /// A whole number, or two of them: `2x1`.
    case size
    /// A share from 0 to 1, best written as a percentage.
    case fraction
    /// `yes` or `no`.
    case yesOrNo
    /// One of some words.
    case choice([String])
    /// A column, a name, a word of the student's.
    case word
    /// A call such as `early(patience=10)`, or its bare name.
    case call([String])
    /// The address of a server.
    case address
  }

  /// The values that help lists and completion offers.
  package var choices: [String] {
    switch kind {
    case .choice(let words), .call(let words): words
    case .yesOrNo: ["yes", "no"]
    case .countOrAll: ["all"]
    case .number, .count, .size, .fraction, .word, .address: []
    }
  }
}
