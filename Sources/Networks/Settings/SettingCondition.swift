/// What must hold for a setting to be given at all.
public struct SettingCondition<Root: Sendable>: Sendable {
  /// The word among the other settings that it belongs to; nil where it is no single one.
  public var owner: String?
  /// What is said where it does not hold.
  public let refusal: String
  /// What is typed instead; nil for nothing.
  public var hint: String?
  /// Whether it holds.
  public let holds: @Sendable (Root) -> Bool
}
