/// One setting of a layer as a fact: its name, its value, and whether the value is the default.
public struct LayerSetting: Equatable, Sendable {
  public enum Value: Equatable, Sendable {
    case count(Int)
    case number(Double)
    case word(String)
    case flag(Bool)
    /// Height and width.
    case size(WindowSize)
  }

  public var name: String
  public var value: Value
  /// Whether the value stands without its name, right after the layer's kind: "dense 8 tanh".
  public var isPositional: Bool
  public var isDefault: Bool

  public init(_ name: String, _ value: Value, isPositional: Bool = false, isDefault: Bool = false) {
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
