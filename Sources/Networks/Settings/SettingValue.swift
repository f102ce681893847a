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
}
