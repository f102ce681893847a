import TensorEngine

/// What a search looks for good settings in: the settings that differ, each with its range.
package struct SearchSpace: Equatable, Sendable {
  /// One setting and what it may be.
  package struct Axis: Equatable, Sendable {
    /// The setting as it is typed: "rate", "units(2)".
    package let name: String
    /// What it may be.
    package let range: SearchRange

    /// A setting with its range.
    package init(_ name: String, _ range: SearchRange) {
      self.name = name
      self.range = range
    }
  }

  /// A value for each axis, in their order, as ``SearchRange`` has it.
  package typealias Point = [Double]

  /// The settings in the order in which they were written, the slowest of a grid first.
  package let axes: [Axis]

  /// The space of some settings.
  package init(_ axes: [Axis]) { self.axes = axes }

  /// How many points there are; nil where one of the settings has more values than can be counted,
  /// or there are more than `Int.max`.
  package var count: Int? {
    var product = 1
    for axis in axes {
      guard let count = axis.range.count else { return nil }
      let (next, isTooMuch) = product.multipliedReportingOverflow(by: count)
      if isTooMuch { return nil }
      product = next
    }
    return product
  }

  /// The point with a number in `0 ..< count`, counted like the digits of a number: the last
  /// setting changes fastest. A point is made when it is asked for, so a space may have more points
  /// than memory.
  package func point(_ number: Int) -> Point {
    precondition(number >= 0 && number < count ?? 0, "a point of a finite space")
    var rest = number
    var point = Point(repeating: 0, count: axes.count)
    for place in axes.indices.reversed() {
      let range = axes[place].range
      let (quotient, index) = rest.quotientAndRemainder(dividingBy: range.count ?? 1)
      point[place] = range.value(numbered: index)
      rest = quotient
    }
    return point
  }

  /// Some points that are spread evenly over all of the space, however many it has.
  ///
  /// Value k of point i stands at the share frac(1/2 + i / gᵏ) of its range, for k from 1 and g the
  /// root above 1 of g^(d + 1) = g + 1, d the number of axes.
  ///
  /// Source: Roberts, "The Unreasonable Effectiveness of Quasirandom Sequences", 2018.
  package func spread(count: Int) -> [Point] {
    let power = 1 / Double(axes.count + 1)
    let root = (0..<64).reduce(2.0) { root, _ in ElementaryMath.power(1 + root, power) }
    return (0..<max(0, count)).map { index in
      var step = 1.0
      return axes.map { axis in
        step /= root
        let place = 0.5 + Double(index) * step
        return axis.range.value(at: place - place.rounded(.down))
      }
    }
  }

  /// The number of a point of a finite space, as ``point(_:)`` counts them.
  func number(of point: Point) -> Int {
    zip(axes, point).reduce(0) { sum, coordinate in
      let (axis, value) = coordinate
      return sum * (axis.range.count ?? 1) + axis.range.number(of: value)
    }
  }
}

extension SearchRange {
  /// A value of a finite range by its number from 0.
  fileprivate func value(numbered number: Int) -> Double {
    switch self {
    case .choices: Double(number)
    case .numbers(let ends, _): ends.lowerBound
    case .wholeNumbers(let ends, _): Double(ends.lowerBound + number)
    }
  }

  /// The number of a value of a finite range, from 0.
  fileprivate func number(of value: Double) -> Int {
    switch self {
    case .choices: Int(value)
    case .numbers: 0
    case .wholeNumbers(let ends, _): Int(value) - ends.lowerBound
    }
  }
}
