/// The names that `let` and `for` gave values to, in the order they were first given.
package struct Bindings: Sendable {
  private var entries: [(name: String, value: Quantity)] = []

  /// The names that have a value, in the order in which they were first given.
  package var names: [String] { entries.map(\.name) }

  /// The value of a name; nil for one that has none.
  package func value(of name: String) -> Quantity? { entries.first { $0.name == name }?.value }

  /// Binds a name to a value, or frees it.
  package mutating func set(_ name: String, to value: Quantity?) {
    let index = entries.firstIndex { $0.name == name }
    switch (index, value) {
    case (let index?, let value?): entries[index].value = value
    case (let index?, nil): entries.remove(at: index)
    case (nil, let value?): entries.append((name, value))
    case (nil, nil): break
    }
  }
}
