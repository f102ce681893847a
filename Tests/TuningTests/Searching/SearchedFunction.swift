import TensorEngine

@testable import Tuning

/// A function whose lowest value is looked for.
struct SearchedFunction: Sendable {
  let space: SearchSpace
  private let formula: @Sendable (SearchSpace.Point) -> Double

  init(space: SearchSpace, _ formula: @escaping @Sendable (SearchSpace.Point) -> Double) {
    self.space = space
    self.formula = formula
  }

  func value(at point: SearchSpace.Point) -> Double { formula(point) }

  static func unit(_ count: Int) -> SearchSpace {
    SearchSpace(
      (0..<count).map { SearchSpace.Axis("x\($0)", .numbers(0...1, isLogarithmic: false)) })
  }

  static let branin = SearchedFunction(
    space: SearchSpace([
      SearchSpace.Axis("x", .numbers(-5...10, isLogarithmic: false)),
      SearchSpace.Axis("y", .numbers(0...15, isLogarithmic: false)),
    ])
  ) { point in
    let (x, y) = (point[0], point[1])
    let parabola = y - 5.1 / (4 * Double.pi * Double.pi) * x * x + 5 / Double.pi * x - 6
    return parabola * parabola + 10 * (1 - 1 / (8 * Double.pi)) * ElementaryMath.cos(x) + 10
  }

  static let hartmann = SearchedFunction(space: unit(6)) { x in
    let heights = [1, 1.2, 3, 3.2]
    let widths = [
      [10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8],
      [17, 8, 0.05, 10, 0.1, 14],
    ]
    let middles = [
      [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
      [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
      [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650],
      [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
    ]
    return -(0..<4).reduce(0.0) { sum, hill in
      let distance = (0..<6).reduce(0.0) { sum, axis in
        let apart = x[axis] - middles[hill][axis]
        return sum + widths[hill][axis] * apart * apart
      }
      return sum + heights[hill] * ElementaryMath.exp(-distance)
    }
  }

  /// Lowest at 0.3, 0.4, 0.5 and 0.6.
  static let bowl = SearchedFunction(space: unit(4)) { x in
    x.enumerated().reduce(0.0) { sum, coordinate in
      let apart = coordinate.element - 0.3 - 0.1 * Double(coordinate.offset)
      return sum + apart * apart
    }
  }
}
