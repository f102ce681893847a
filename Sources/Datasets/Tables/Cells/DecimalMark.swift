/// What stands between the whole part of a number and its fraction.
public enum DecimalMark: String, CaseIterable, Sendable, Codable {
  /// `1234.5`, and in groups `1,234.5`.
  case point
  /// `1234,5`, and in groups `1.234,5`.
  case comma
}
