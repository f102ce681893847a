/// What stands behind a verb or between the parentheses of a call: a value or an option.
public indirect enum Argument: Hashable, Sendable {
  /// A value that is known by its place.
  case value(Expression)
  /// A value that is known by its name.
  case option(Option)

  /// Where the argument stands in the source.
  public var range: SourceRange {
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
public struct Option: Hashable, Sendable {
  /// The name.
  public var name: Name
  /// The values, at least one.
  public var values: [Expression]
  /// Where the option stands, from its name to its last value.
  public var range: SourceRange

  /// Makes an option.
  public init(name: Name, values: [Expression], range: SourceRange) {
    self.name = name
    self.values = values
    self.range = range
  }
}
