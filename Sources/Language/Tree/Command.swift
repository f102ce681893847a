/// A verb with its arguments: `train epochs=100 batch=32`.
package struct Command: Hashable, Sendable {
  /// The first word of the line.
  package var verb: Name
  /// What the verb takes.
  package var form: CommandForm
  /// What follows, in the order typed. Of a formula it is one value: the rest of the line.
  package var arguments: [Argument]
  /// From the verb to the last argument.
  package var range: SourceRange
  /// The tokens of the line.
  package var tokens: [Token]

  /// The arguments that are known by their place.
  package var values: [Expression] {
    arguments.compactMap {
      guard case .value(let value) = $0 else { return nil }
      return value
    }
  }

  /// The arguments that are known by their name, in the order typed.
  package var options: [Option] {
    arguments.compactMap {
      guard case .option(let option) = $0 else { return nil }
      return option
    }
  }

  /// The first option of a name, if there is one.
  package func option(_ name: String) -> Option? {
    for case .option(let option) in arguments where option.name.text == name { return option }
    return nil
  }
}
