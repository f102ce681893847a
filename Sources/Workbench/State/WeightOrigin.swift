/// Where the weights of a network come from, and so on which examples it has learned.
package enum WeightOrigin: Hashable, Sendable {
  /// They were drawn, and not trained since.
  case drawn
  /// All their trainings were on one data set in one division, by its mark (``DataInHand/mark``).
  case trained(on: String)
  /// They were typed, or learned from several data sets or divisions, or come from a file that does
  /// not say.
  case elsewhere

  /// The mark of the division that they learned from; nil where there is none, or more than one.
  package var mark: String? {
    if case .trained(let mark) = self { mark } else { nil }
  }

  /// Goes on by a training on a division.
  package mutating func train(on mark: String) {
    switch self {
    case .drawn: self = .trained(on: mark)
    case .trained(mark): break
    case .trained, .elsewhere: self = .elsewhere
    }
  }
}
