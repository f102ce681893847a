package import Language
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

  /// The kinds of names that its values can be, for completion.
  package var names: [NameKind] = []

  /// What its name may go on with: `units(2)`, `schedule.decay`.
  package var parts = Parts.none

  /// Whether it may be given several times, each with another part.
  package var hasParts: Bool {
    switch parts {
    case .none: false
    case .layer, .setting: true
    }
  }

  /// What the name of an option may go on with.
  package enum Parts: Sendable {
    /// Nothing.
    case none
    /// The number of a layer in parentheses.
    case layer
    /// A setting of the value, behind a point.
    case setting
  }

  /// Whether it takes an option that is typed under a name.
  package func takes(_ key: OptionKey) -> Bool {
    guard key.word == name else { return false }
    return switch parts {
    case .none: key.place == nil && key.path.isEmpty
    case .layer: key.path.isEmpty
    case .setting: key.place == nil && key.path.count < 2
    }
  }

  /// Makes it of its parts.
  package init(name: String, kind: Kind, standard: String? = nil, meaning: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.meaning = meaning
  }

  /// What values it takes.
  package enum Kind: Equatable, Sendable {
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
