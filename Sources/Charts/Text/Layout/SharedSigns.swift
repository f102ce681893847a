/// The signs of a picture that stand for several points, as its caption counts them.
struct SharedSigns: Equatable {
  /// What stands for several points.
  enum Kind: Equatable {
    /// A sign that tells which of several groups most of the points are of.
    case majority
    /// A sign of the only group.
    case sign
    /// A dot within a character.
    case dot
  }

  var kind: Kind
  var count: Int

  /// "12 signs stand for several points, as most of them are"; nil where none does.
  var text: String? {
    guard count > 0 else { return nil }
    let noun = kind == .dot ? "dot" : "sign"
    let verb = count == 1 ? "stands" : "stand"
    return "\(CaptionText.count(count, noun)) \(verb) for several points"
      + (kind == .majority ? ", as most of them are" : "")
  }

  /// What is said of several pictures; nil where none of them has such signs.
  static func text(of all: [SharedSigns]) -> String? {
    guard var sum = all.first(where: { $0.count > 0 }) else { return nil }
    sum.count = all.reduce(0) { $0 + $1.count }
    return sum.text
  }
}
