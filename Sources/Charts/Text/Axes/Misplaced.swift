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

extension Misplaced {
  /// The entries of a legend for the values that are no finite number, each kind with its glyph.
  ///
  /// - Parameter gapName: What a value is called that is not a number.
  static func entries(
    for values: [Double], gapName: String = notANumber.meaning, in space: PictureSpace
  ) -> [LegendEntry] {
    let kinds = values.lazy.filter { !$0.isFinite }.map { Misplaced($0, isBelow: false) }
    return [notANumber, infinite, below].compactMap { kind in
      let count = kinds.count { $0 == kind }
      let meaning =
        kind == .below ? "minus infinite" : kind == .notANumber ? gapName : kind.meaning
      return count > 0 ? LegendEntry(kind.glyph, space.counted(meaning, count)) : nil
    }
  }

  /// How many points have no place in a plane, by the reason.
  struct Counts {
    var notANumber = 0
    var infinite = 0
    var outside = 0

    /// Counts a point that has no place.
    mutating func count(_ point: Point) { count(point.x, point.y) }

    mutating func count(_ x: Double, _ y: Double) {
      if x.isNaN || y.isNaN {
        notANumber += 1
      } else if x.isInfinite || y.isInfinite {
        infinite += 1
      } else {
        outside += 1
      }
    }

    /// The entries of a legend, those alone that count something.
    func entries(in space: PictureSpace) -> [LegendEntry] {
      texts.map { LegendEntry("", space.counted("not shown, \($0.reason)", $0.count)) }
    }

    /// The reasons that there are.
    var texts: [(reason: String, count: Int)] {
      [("not a number", notANumber), ("infinite", infinite), ("outside", outside)].filter {
        $0.1 > 0
      }
    }
  }
}
