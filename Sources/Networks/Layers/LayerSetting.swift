/// One setting of a layer as a fact: its name, its value, and whether the value is the default.
public struct LayerSetting: Equatable, Sendable {
  /// A setting's value by its kind, which says how it is typed.
  public enum Value: Equatable, Sendable {
    /// A whole number: "8".
    case count(Int)
    /// A number: "0.01".
    case number(Double)
    /// A name: "relu"; empty where there is none.
    case word(String)
    /// Yes or no.
    case flag(Bool)
    /// Height and width.
    case size(WindowSize)
  }

  /// The name before the equals sign: "l2".
  public var name: String
  /// The value that is in force, typed or not.
  public var value: Value
  /// Whether the value stands without its name, right after the layer's kind: "dense 8 tanh".
  public var isPositional: Bool
  /// Whether the value is the one that is in force where nothing is typed.
  public var isDefault: Bool

  init(_ name: String, _ value: Value, isPositional: Bool = false, isDefault: Bool = false) {
    self.name = name
    self.value = value
    self.isPositional = isPositional
    self.isDefault = isDefault
  }

  /// The value as it is typed: "8", "0.01", "he_normal", "no", "3x3".
  public var text: String {
    switch value {
    case .count(let count): return String(count)
    case .word(let word): return word
    case .size(let size): return size.text
    case .flag(let flag): return flag ? "yes" : "no"
    case .number(let number):
      let text = number.description
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
  }
}
