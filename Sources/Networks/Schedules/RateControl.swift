import TensorEngine

/// What sets the learning rate while a network is trained. There is one such thing or none: two
/// would overwrite each other's rates.
public enum RateControl: Hashable, Codable, Sendable {
  /// A curve over time.
  case schedule(Schedule)
  /// A rule that waits for a plateau of a measured quantity.
  case plateau(Plateau)

  /// Whether it says by itself what the rates are.
  public var hasOwnRate: Bool {
    if case .schedule(let schedule) = self { schedule.hasOwnRate } else { false }
  }

  /// - Throws: `outOfRange` or `misfit` for the first setting outside its range.
  func validate() throws(EngineError) {
    switch self {
    case .schedule(let schedule): try schedule.validate()
    case .plateau(let rule): try rule.validate()
    }
  }
}
