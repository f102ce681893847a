import JSON

/// A mistake as front ends show it.
package struct KernelMistake: Error, Equatable, Sendable {
  /// Its kind, in a word.
  package var name: String
  /// What is wrong, in a line.
  package var value: String
  /// All that is said of it.
  package var lines: [String]

  /// Makes a mistake.
  package init(name: String, value: String, lines: [String]) {
    (self.name, self.value, self.lines) = (name, value, lines)
  }

  /// What messages say of it.
  var content: JSONValue {
    [
      "ename": .string(name), "evalue": .string(value),
      "traceback": .array(lines.map(JSONValue.string)),
    ]
  }
}
