/// How a setting stands behind what it belongs to without its name: the 8 of `dense 8 tanh`.
public struct SettingPosition: Sendable {
  /// What an error calls the value.
  public let noun: String
  /// What is said where nothing stands there; nil where the setting may be left out.
  public let missing: String?
}
