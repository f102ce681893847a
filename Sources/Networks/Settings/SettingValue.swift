/// The value of a setting as a fact: what would be typed for it.
public indirect enum SettingValue: Hashable, Sendable {
  case count(Int)
  case number(Double)
  case flag(Bool)
  case word(String)
  /// Numbers in brackets: `[20, 40]`.
  case numbers([Double])
  /// Values behind commas: `1,5`.
  case list([SettingValue])
  /// A call with values that are known by their place, and others behind them:
  /// `warmup(5, cosine(over=60), from=0.1)`.
  case call(String, [SettingValue], [WrittenSetting])
}

/// A setting as it is typed: its name and its value.
public struct WrittenSetting: Hashable, Sendable {
  public let name: String
  public let value: SettingValue

  public init(_ name: String, _ value: SettingValue) {
    self.name = name
    self.value = value
  }
}
