import TensorEngine

/// Refuses numbers outside their ranges, with the range as a fact of the error. A setting that is
/// declared is checked by its declaration, see ``Setting/check(_:)``.
enum SettingCheck {
  static func positive(_ value: Double, _ what: String) throws(EngineError) {
    try Bounds.positive.check(value, what)
  }

  static func notNegative(_ value: Double, _ what: String) throws(EngineError) {
    try Bounds.notNegative.check(value, what)
  }

  static func fraction(_ value: Double, _ what: String) throws(EngineError) {
    try Bounds.belowOne.check(value, what)
  }

  /// A range without an end reads "0 or more", another one "1 to 8".
  static func count(_ value: Int, _ what: String, in range: ClosedRange<Int>) throws(EngineError) {
    guard range.contains(value) else {
      let valid =
        range.upperBound == .max
        ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
      throw .outOfRange(what: what, valid: valid, actual: Double(value))
    }
  }

  static func atLeast(_ least: Int, _ value: Int, _ what: String) throws(EngineError) {
    try count(value, what, in: least...Int.max)
  }
}
