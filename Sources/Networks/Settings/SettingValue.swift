/// The value of a setting as a fact: what would be typed for it.
public indirect enum SettingValue: Hashable, Sendable {
  /// A whole number.
  case count(Int)
  /// A number.
  case number(Double)
  /// `yes` or `no`.
  case flag(Bool)
  /// A name of something: `adam`.
  case word(String)
  /// Numbers in brackets: `[20, 40]`.
  case numbers([Double])
  /// Values behind commas: `1,5`.
  case list([SettingValue])
  /// A call with values that are known by their place, and others behind them:
  /// `warmup(5, cosine(over=60), from=0.1)`.
  case call(String, [SettingValue], [WrittenSetting])
}

extension SettingValue {
  /// The value as it is typed, its numbers written by `number`: "8", "yes", "[20, 40]",
  /// "early(patience=10),target(loss=0.1)".
  public func text(number: (Double) -> String) -> String {
    switch self {
    case .count(let count): String(count)
    case .number(let value): number(value)
    case .flag(let flag): flag ? "yes" : "no"
    case .word(let word): word
    case .numbers(let numbers): "[\(numbers.map(number).joined(separator: ", "))]"
    case .list(let values): values.map { $0.text(number: number) }.joined(separator: ",")
    case .call(let name, let values, let settings):
      "\(name)("
        + (values.map { $0.text(number: number) } + settings.map { $0.text(number: number) })
        .joined(separator: ", ") + ")"
    }
  }

  /// The value as it is typed, its numbers with all their digits: "0.01", "8".
  public var text: String {
    text { number in
      let text = number.description
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
  }
}

/// A setting as it is typed: its name and its value.
public struct WrittenSetting: Hashable, Sendable {
  /// The name before the equals sign.
  public let name: String
  /// What stands behind it.
  public let value: SettingValue

  /// Joins a name and its value.
  public init(_ name: String, _ value: SettingValue) {
    self.name = name
    self.value = value
  }

  /// "epochs=100", its numbers written by `number`.
  public func text(number: (Double) -> String) -> String {
    "\(name)=\(value.text(number: number))"
  }
}
