import TensorEngine

/// What is believed of a function after some of its values were measured: at each point a mean and a
/// deviation.
///
/// The values are brought to the mean 0 and the deviation 1; the settings of the kernel are those
/// that are likeliest after the measurements (Rasmussen and Williams, chapter 5), found in a fixed
/// number of steps.
package struct GaussianProcess: Sendable {
  /// What is believed at a point.
  package struct Belief: Equatable, Sendable {
    /// The mean.
    package let mean: Double
    /// The deviation of the function itself, without the noise of a measurement.
    package let deviation: Double
  }

  private let space: UnitSpace
  private let points: [[Double]]
  private let kernel: MaternKernel
  private let weights: [Double]
  private let factor: CholeskyFactor
  private let alpha: [Double]
  private let middle: Double
  private let unit: Double
  /// The lowest mean that is believed at a point that was measured.
  package private(set) var lowest = 0.0

  /// The process after some measurements.
  ///
  /// - Parameter points: Where was measured, as ``SearchSpace`` has it.
  /// - Returns: nil without measurements, and where they are not finite.
  package init?(_ points: [SearchSpace.Point], values: [Double], in space: SearchSpace) {
    self.init(points, values: values, in: space, kernel: nil)
  }

  /// - Parameter kernel: What is known of the function; nil for what is likeliest.
  init?(
    _ points: [SearchSpace.Point], values: [Double], in space: SearchSpace, kernel: MaternKernel?
  ) {
    guard !points.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
    let spread = Spread(values)
    let deviation = spread.deviation
    self.space = UnitSpace(space)
    middle = spread.mean
    unit = deviation > 0 && deviation.isFinite ? deviation : 1
    self.points = points.map(self.space.place)
    let scaled = values.map { [middle, unit] in ($0 - middle) / unit }
    let distances = AxisDistances(self.points, isChoice: self.space.isChoice)
    let kernel = kernel ?? KernelFit(distances, scaled).kernel
    guard let factor = CholeskyFactor(distances.matrix(of: kernel), count: points.count) else {
      return nil
    }
    self.kernel = kernel
    self.factor = factor
    weights = kernel.weights
    alpha = factor.solve(scaled)
    lowest = points.map { belief(at: $0).mean }.min() ?? 0
  }

  /// What is believed at a point.
  package func belief(at point: SearchSpace.Point) -> Belief {
    let place = space.place(point)
    let height = kernel.height
    let near = points.map { other in
      height * MaternKernel.value(atSquare: square(place, other)).value
    }
    let mean = zip(near, alpha).reduce(0) { $0 + $1.0 * $1.1 }
    let explained = factor.forward(near).reduce(0) { $0 + $1 * $1 }
    return Belief(
      mean: middle + unit * mean, deviation: unit * max(height - explained, 1e-12).squareRoot())
  }

  private func square(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for axis in weights.indices {
      let apart =
        space.isChoice[axis] ? (first[axis] == second[axis] ? 0 : 1) : first[axis] - second[axis]
      sum += weights[axis] * apart * apart
    }
    return sum
  }

  /// By how much a measurement at a point is expected to be below ``lowest``.
  package func expectedImprovement(at point: SearchSpace.Point) -> Double {
    ElementaryMath.exp(logExpectedImprovement(at: point))
  }

  /// The same as a logarithm.
  ///
  /// ```
  /// z = (lowest - mean) / deviation
  /// expected improvement = deviation · (φ(z) + z Φ(z))
  /// ```
  ///
  /// Source: Jones, Schonlau and Welch, "Efficient Global Optimization of Expensive Black-Box
  /// Functions", 1998.
  package func logExpectedImprovement(at point: SearchSpace.Point) -> Double {
    let belief = belief(at: point)
    let z = (lowest - belief.mean) / belief.deviation
    let logDeviation = ElementaryMath.log(belief.deviation)
    // log √(2π) = 0.9189...
    let logDensity = -0.5 * z * z - 0.918_938_533_204_672_74
    // Far out φ(z) + z Φ(z) is φ(z) / z² but for what is lost in the sum.
    guard z > -25 else { return logDeviation + logDensity - 2 * ElementaryMath.log(-z) }
    let part = ElementaryMath.exp(logDensity) + z * ElementaryMath.normalDistribution(z)
    return logDeviation + ElementaryMath.log(part)
  }
}

/// A space whose numbers stand between 0 and 1, on a logarithmic scale where the range has one;
/// choices by their places.
struct UnitSpace: Sendable {
  let isChoice: [Bool]
  private let scales: [SearchRange.Scale?]

  init(_ space: SearchSpace) {
    scales = space.axes.map(\.range.scale)
    isChoice = scales.map { $0 == nil }
  }

  func place(_ point: SearchSpace.Point) -> [Double] {
    zip(scales, point).map { scale, value in
      guard let scale, scale.high > scale.low else { return value }
      return (scale.place(of: value) - scale.low) / (scale.high - scale.low)
    }
  }
}
