/// A verb with its arguments: `train epochs=100 batch=32`.
public struct Command: Hashable, Sendable {
  /// The first word of the line.
  public var verb: Name
  /// What follows, in the order typed. `print` and `check` have one value: the rest of the line.
  public var arguments: [Argument]
  /// From the verb to the last argument.
  public var range: SourceRange
  /// The tokens of the line.
  public var tokens: [Token]

  /// The arguments that are known by their place.
  public var values: [Expression] {
    arguments.compactMap {
      guard case .value(let value) = $0 else { return nil }
      return value
    }
  }

  /// The arguments that are known by their name, in the order typed.
  public var options: [Option] {
    arguments.compactMap {
      guard case .option(let option) = $0 else { return nil }
      return option
    }
  }

  /// The first option of a name, if there is one.
  public func option(_ name: String) -> Option? { options.first { $0.name.text == name } }
}
