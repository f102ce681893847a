/// What stands behind a verb or between the parentheses of a call: a value or an option.
package indirect enum Argument: Hashable, Sendable {
  /// A value that is known by its place.
  case value(Expression)
  /// A value that is known by its name.
  case option(Option)

  /// Where the argument stands in the source.
  package var range: SourceRange {
    switch self {
    case .value(let value): value.range
    case .option(let option): option.range
    }
  }

  var height: Int {
    switch self {
    case .value(let value): value.height
    case .option(let option): option.values.lazy.map(\.height).max() ?? 0
    }
  }
}

/// A name with one or several values: `l2=0,0.001,0.01`.
package struct Option: Hashable, Sendable {
  /// The name.
  package var name: Name
  /// The values, at least one.
  package var values: [Expression]
  /// Where the option stands, from its name to its last value.
  package var range: SourceRange

  /// Makes an option.
  package init(name: Name, values: [Expression], range: SourceRange) {
    self.name = name
    self.values = values
    self.range = range
  }
}
