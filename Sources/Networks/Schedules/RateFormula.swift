/// The settings of one kind of curve that a learning rate can follow, with its formula. ``validate()``
/// takes what keeps every rate finite and 0 or more.
public protocol RateFormula: Configured, Hashable, Codable {
  /// The rate as a formula of the time t, or in words, as help shows it.
  static var meaning: String { get }
  /// Whether it is made of rates instead of parts of a rate.
  var hasOwnRates: Bool { get }
  /// The rate after a time of 0 or more, in epochs or steps by ``Schedule/unit``, from a first rate.
  func rate(after time: Double, from rate: Double) -> Double
}

extension RateFormula {
  /// False, where a formula says nothing else.
  public var hasOwnRates: Bool { false }
}
