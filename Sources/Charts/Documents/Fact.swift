/// A named value and how it reads on a line: `train 240`, `400 points`, `accuracy 52.1%`.
///
/// A check and JSON read the name and the value, a person reads the text.
package struct Fact: Equatable, Sendable {
  /// The name that a check and JSON know the fact by.
  package var name: String
  /// What the fact is, as a word that has a meaning of its own; nil for a name from the data, which
  /// may be the same word and mean something else.
  package var term: String?
  /// The value as data.
  package var value: FactValue
  /// How the fact reads on a line, with its name in it.
  package var text: String
  /// Whether facts that do not fit one line are parted before this one.
  package var opensGroup: Bool

  /// Makes a fact of a name that the program gives, and of a value.
  ///
  /// - Parameters:
  ///   - text: How the fact reads; if nil, the name and then the value.
  ///   - term: What the fact is; if nil, what its name says.
  ///   - opensGroup: Whether facts that do not fit one line are parted before this one.
  package init(
    _ name: StaticString, _ value: FactValue, text: String? = nil, term: String? = nil,
    opensGroup: Bool = false
  ) {
    self.init(
      named: name.description, value, text: text, term: term ?? name.description,
      opensGroup: opensGroup)
  }

  /// Makes a fact of a name that may come from the data, such as a column's, and of a value.
  ///
  /// - Parameters:
  ///   - text: How the fact reads; if nil, the name and then the value.
  ///   - term: What the fact is; nil if its name is the data's own.
  ///   - opensGroup: Whether facts that do not fit one line are parted before this one.
  package init(
    named name: String, _ value: FactValue, text: String? = nil, term: String? = nil,
    opensGroup: Bool = false
  ) {
    self.name = name
    self.value = value
    self.text = text ?? "\(name) \(value.text)"
    self.term = term
    self.opensGroup = opensGroup
  }

  /// A count in front of what is counted: `400 points`, `1 point`.
  ///
  /// - Parameters:
  ///   - noun: The plural, which is the name of the fact as well.
  ///   - singular: The singular; if nil, the plural without the "s" at its end.
  package init(_ count: Int, _ noun: StaticString, singular: String? = nil) {
    let many = noun.description
    let one = singular ?? (many.hasSuffix("s") ? String(many.dropLast()) : many)
    self.init(
      noun, .count(count), text: "\(NumberText.count(count)) \(count == 1 ? one : many)")
  }
}

/// A value as data, with its plain way of being written.
package enum FactValue: Equatable, Sendable {
  /// A number of no special kind, written with six significant digits.
  case number(Double)
  /// A number of things, grouped in threes when it is written: `60,000`.
  case count(Int)
  /// A part of one, written as a percentage: 0.521 is `52.1%`.
  case fraction(Double)
  /// A word or a sentence.
  case text(String)
  /// Yes or no, and so it is written.
  case flag(Bool)
  /// Several values, written with " / " between them.
  case list([FactValue])
  /// No value, such as the accuracy of a regression; written `-`.
  case missing

  /// Numbers with six significant digits, percentages with one place.
  package var text: String {
    switch self {
    case .number(let number): NumberText.significant(number)
    case .count(let count): NumberText.count(count)
    case .fraction(let fraction): NumberText.percent(fraction)
    case .text(let text): text
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let values): values.map(\.text).joined(separator: " / ")
    case .missing: "-"
    }
  }
}
