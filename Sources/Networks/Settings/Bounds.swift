public import TensorEngine

/// The numbers that a setting takes, and how an error says so. Those that say the same are equal.
public struct Bounds: Equatable, Sendable {
  /// What stands behind "must be": "greater than 0".
  public let text: String
  /// The same as a fact of an ``EngineError``, without what is usual.
  public let valid: String
  /// Whether a number is among them.
  public let contains: @Sendable (Double) -> Bool

  /// Makes them of their parts; the fact is the text unless another is given.
  public init(
    text: String, valid: String? = nil, contains: @escaping @Sendable (Double) -> Bool
  ) {
    self.text = text
    self.valid = valid ?? text
    self.contains = contains
  }

  /// Whether they say the same, and so take the same numbers.
  public static func == (one: Bounds, other: Bounds) -> Bool {
    (one.text, one.valid) == (other.text, other.valid)
  }

  /// Finite and greater than 0.
  public static let positive = Bounds(text: "greater than 0") { $0 > 0 && $0.isFinite }
  /// Finite and 0 or more.
  public static let notNegative = Bounds(text: "0 or more") { $0 >= 0 && $0.isFinite }
  /// From 0 to 1, both included.
  public static let upToOne = Bounds(text: "from 0 to 1", valid: "0 to 1") { $0 >= 0 && $0 <= 1 }
  /// Any finite number.
  public static let any = Bounds(text: "a finite number") { $0.isFinite }
  /// 0 or more and less than 1.
  public static let belowOne = Bounds(
    text: "0 or more and less than 1", valid: "0 to less than 1"
  ) { $0 >= 0 && $0 < 1 }
  static let withinOne = Bounds(text: "more than 0 and less than 1") { $0 > 0 && $0 < 1 }
  static let atLeastOne = Bounds(text: "1 or more") { $0 >= 1 && $0.isFinite }

  /// The same bounds with a usual range added: "greater than 0, usually 0.0001 to 1".
  public func usually(_ range: String) -> Bounds {
    Bounds(text: "\(text), usually \(range)", valid: valid, contains: contains)
  }

  /// Refuses a number that is not among them.
  ///
  /// - Throws: `outOfRange` with what the number is called.
  public func check(_ value: Double, _ what: String) throws(EngineError) {
    guard contains(value) else { throw .outOfRange(what: what, valid: valid, actual: value) }
  }

  /// The same bounds with what explains them added: "0 or more: it is a deviation".
  func because(_ reason: String) -> Bounds {
    Bounds(text: "\(text): \(reason)", valid: valid, contains: contains)
  }
}
