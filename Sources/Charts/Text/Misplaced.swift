/// Why a value has no place between the axes.
enum Misplaced: CaseIterable {
  case notANumber
  case infinite
  case above
  case below

  /// - Parameter isBelow: Whether a finite number is below the axis rather than above.
  init(_ number: Double, isBelow: Bool) {
    if number.isNaN {
      self = .notANumber
    } else if number == .infinity {
      self = .infinite
    } else {
      self = isBelow || number == -.infinity ? .below : .above
    }
  }

  var glyph: Character {
    switch self {
    case .notANumber: "!"
    case .infinite, .above: "^"
    case .below: "v"
    }
  }

  var isTop: Bool { self != .below }

  var meaning: String {
    switch self {
    case .notANumber: "not a number"
    case .infinite: "infinite"
    case .above: "off the top"
    case .below: "off the bottom"
    }
  }
}
