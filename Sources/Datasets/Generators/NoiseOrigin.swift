public import TensorEngine

/// Where the examples of a generated data set stood before their noise.
///
/// So it is known how much of an error no network can take away.
enum NoiseOrigin: Sendable, Equatable {
  /// Points that were pushed off their places, and the classes of these: `[N, 2]` and `[N]`.
  case places([Float], classes: [Int32], count: Int, deviation: Double)
  /// Numbers to which noise was added: `[N]`.
  case values([Float], deviation: Double)
}

extension Dataset {
  /// At most so many places make up the density of the points.
  private static let placeLimit = 4000

  /// What the targets of some rows would be on average; nil for data that was not generated, or of
  /// which only a part of the classes was kept.
  ///
  /// A point at x belongs to class c with the probability
  ///
  /// ```
  /// p(c | x) = Σ over places u of class c of exp(-|x - u|² / 2σ²) / the same over all places
  /// ```
  ///
  /// where σ is the deviation of the noise: the very mixture that the points were drawn from.
  /// Without noise a point is of its own class.
  public func expectedTargets(ofRows rows: [Int32]) -> ExpectedTargets? {
    switch origin {
    case nil: return nil
    case .values(let values, let deviation)?:
      return ExpectedTargets(
        values: rows.map { Double(values[Int($0)]) }, variance: deviation * deviation)
    case .places(let places, let classes, let count, let deviation)?:
      let mixture = Mixture(
        places: places, classes: classes, count: count, deviation: deviation,
        limit: Self.placeLimit)
      let probabilities = rows.flatMap { row in
        let point = columns(ofRow: Int(row))
        return mixture.probabilities(point[0], point[1], of: classes[Int(row)])
      }
      return ExpectedTargets(probabilities: probabilities, classes: count)
    }
  }
}

/// Normal clouds of one width around places that have classes.
private struct Mixture {
  private let xs: [Double]
  private let ys: [Double]
  private let classes: [Int]
  private let count: Int
  private let deviation: Double

  /// - Parameter limit: Beyond so many places only some of them, evenly spread over the rows.
  init(places: [Float], classes: [Int32], count: Int, deviation: Double, limit: Int) {
    let kept = min(classes.count, limit)
    let rows = (0..<kept).map { $0 * classes.count / max(1, kept) }
    xs = rows.map { Double(places[2 * $0]) }
    ys = rows.map { Double(places[2 * $0 + 1]) }
    self.classes = rows.map { Int(classes[$0]) }
    self.count = count
    self.deviation = deviation
  }

  func probabilities(_ x: Double, _ y: Double, of own: Int32) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    guard deviation > 0 else {
      sums[Int(own)] = 1
      return sums
    }
    let distances = xs.indices.map { index in
      (x - xs[index]) * (x - xs[index]) + (y - ys[index]) * (y - ys[index])
    }
    // The nearest place counts 1, so that the sum is never 0.
    let nearest = distances.min() ?? 0
    for (index, distance) in distances.enumerated() {
      sums[classes[index]] += ElementaryMath.exp((nearest - distance) / (2 * deviation * deviation))
    }
    let all = sums.reduce(0, +)
    return sums.map { $0 / all }
  }
}
