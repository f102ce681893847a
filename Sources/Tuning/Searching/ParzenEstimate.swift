import TensorEngine

/// How densely good or bad settings lie: a kernel at each setting that was seen, and a wide one over
/// the whole space for what nobody has seen yet.
///
/// ```
/// density(x) = Σ over kernels k of  weight k · Π over axes  density of k on that axis at x
/// ```
///
/// On numbers a kernel is a normal distribution that is cut off at the ends of the range, on a log
/// scale one of the logarithm, of whole numbers its part between half a number below and above. Its
/// deviation is the distance to the farther one of its neighbours, but no less than a part of the
/// range. On choices a kernel has most of its weight on its own one. The 25 latest settings weigh 1,
/// those before them less the older they are.
///
/// Source: Bergstra, Bardenet, Bengio and Kégl, "Algorithms for Hyper-Parameter Optimization", 2011,
/// with the choices of Optuna 5.0 (`_ParzenEstimator`).
package struct ParzenEstimate: Sendable {
  private static let flatCount = 25

  private let weights: [Double]
  private let logWeights: [Double]
  private let axes: [Axis]

  /// The estimate of some settings in the order in which they were tried; of none it is the wide
  /// kernel alone.
  package init(of points: [SearchSpace.Point], in space: SearchSpace) {
    var weights = Self.weights(count: points.count) + [1]
    let sum = weights.reduce(0, +)
    for place in weights.indices { weights[place] /= sum }
    self.weights = weights
    logWeights = weights.map { ElementaryMath.log($0) }
    axes = space.axes.indices.map { place in
      Axis(space.axes[place].range, points.map { $0[place] })
    }
  }

  /// What each setting weighs, before all are brought to the sum 1.
  private static func weights(count: Int) -> [Double] {
    let older = max(0, count - flatCount)
    guard older > 1 else {
      return (0..<count).map { $0 < older ? 1 / Double(count) : 1 }
    }
    let first = 1 / Double(count)
    return (0..<count).map { place in
      place < older ? first + (1 - first) * Double(place) / Double(older - 1) : 1
    }
  }

  /// The logarithm of the density at a point, per unit of the scale of each range of numbers.
  package func logDensity(at point: SearchSpace.Point) -> Double {
    let logs = weights.indices.map { kernel in
      zip(axes, point).reduce(logWeights[kernel]) {
        $0 + $1.0.logDensity(of: kernel, at: $1.1)
      }
    }
    let highest = logs.max() ?? 0
    guard highest > -.infinity else { return highest }
    return highest + ElementaryMath.log(logs.reduce(0) { $0 + ElementaryMath.exp($1 - highest) })
  }

  /// A point drawn from the density.
  ///
  /// - Parameter shares: One number from 0 up to 1 that chooses the kernel, and one for each axis.
  func point(at shares: [Double]) -> SearchSpace.Point {
    var rest = shares[0]
    var kernel = weights.count - 1
    for (place, weight) in weights.enumerated() {
      if rest < weight {
        kernel = place
        break
      }
      rest -= weight
    }
    return axes.indices.map { axes[$0].value(of: kernel, at: shares[$0 + 1]) }
  }
}

extension ParzenEstimate {
  /// The kernels on one axis.
  private enum Axis {
    /// A row of probabilities for each kernel.
    case choices(rows: [[Double]])
    /// The middle and the deviation of each kernel on the scale of the range, and the part of it that
    /// lies within the range, and the logarithm of the two together.
    case numbers(
      SearchRange.Scale, SearchRange, middles: [Double], deviations: [Double], parts: [Double],
      logs: [Double])

    init(_ range: SearchRange, _ values: [Double]) {
      let count = Double(values.count + 1)
      guard let scale = range.scale else {
        let choices = range.count ?? 1
        var rows = values.map { value -> [Double] in
          var row = [Double](repeating: 1 / count, count: choices)
          row[Int(value)] += 1
          let sum = row.reduce(0, +)
          return row.map { $0 / sum }
        }
        rows.append([Double](repeating: 1 / Double(choices), count: choices))
        self = .choices(rows: rows)
        return
      }
      let middles = values.map { scale.place(of: $0) }
      let width = scale.high - scale.low
      let least = width / min(100, 1 + count)
      let deviations = Self.gaps(of: middles, scale).map { min(max($0, least), width) } + [width]
      let all = middles + [0.5 * (scale.low + scale.high)]
      let parts = zip(all, deviations).map { middle, deviation in
        ElementaryMath.normalDistribution((scale.high - middle) / deviation)
          - ElementaryMath.normalDistribution((scale.low - middle) / deviation)
      }
      self = .numbers(
        scale, range, middles: all, deviations: deviations, parts: parts,
        logs: zip(deviations, parts).map { ElementaryMath.log($0 * $1) })
    }

    /// How far the farther neighbour of each value is: the ends of the range are neighbours of a
    /// value that is alone, and of no other.
    private static func gaps(of values: [Double], _ scale: SearchRange.Scale) -> [Double] {
      let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      var gaps = [Double](repeating: 0, count: values.count)
      for (place, index) in order.enumerated() {
        let below = place > 0 ? values[order[place - 1]] : scale.low
        let above = place + 1 < order.count ? values[order[place + 1]] : scale.high
        let (down, up) = (values[index] - below, above - values[index])
        gaps[index] =
          values.count < 2
          ? max(down, up) : place == 0 ? up : place + 1 == order.count ? down : max(down, up)
      }
      return gaps
    }

    func logDensity(of kernel: Int, at value: Double) -> Double {
      switch self {
      case .choices(let rows): return ElementaryMath.log(rows[kernel][Int(value)])
      case .numbers(let scale, _, let middles, let deviations, let parts, let logs):
        let (middle, deviation) = (middles[kernel], deviations[kernel])
        guard scale.isWhole else {
          let distance = (scale.place(of: value) - middle) / deviation
          // log √(2π) = 0.9189...
          return -0.5 * distance * distance - 0.918_938_533_204_672_74 - logs[kernel]
        }
        func share(below place: Double) -> Double {
          ElementaryMath.normalDistribution((place - middle) / deviation)
        }
        let part = share(below: scale.end(above: value)) - share(below: scale.end(below: value))
        return ElementaryMath.log(max(part, 0) / parts[kernel])
      }
    }

    func value(of kernel: Int, at share: Double) -> Double {
      switch self {
      case .choices(let rows):
        var rest = share
        for (place, part) in rows[kernel].enumerated() {
          if rest < part { return Double(place) }
          rest -= part
        }
        return Double(rows[kernel].count - 1)
      case .numbers(let scale, let range, let middles, let deviations, _, _):
        let (middle, deviation) = (middles[kernel], deviations[kernel])
        var (low, high) = ((scale.low - middle) / deviation, (scale.high - middle) / deviation)
        let (first, last) = (
          ElementaryMath.normalDistribution(low), ElementaryMath.normalDistribution(high)
        )
        let aim = first * (1 - share) + last * share
        for _ in 0..<60 {
          let half = 0.5 * (low + high)
          if ElementaryMath.normalDistribution(half) < aim { low = half } else { high = half }
        }
        return range.fitted(scale.value(at: middle + deviation * 0.5 * (low + high)))
      }
    }
  }
}
