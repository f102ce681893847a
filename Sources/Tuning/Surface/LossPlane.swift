public import Networks
import TensorEngine

/// A plane through the parameters of a network, on which its loss can be looked at: the parameters
/// at (x, y) are origin + x · across + y · upwards.
public struct LossPlane: Sendable {
  /// The parameters at (0, 0), as ``Network/trainedValues`` has them.
  public let origin: [Float]
  /// What one step to the right adds, and one step upwards.
  public let across: [Double]
  public let upwards: [Double]
  /// For the plane of a path, the part of the path's variance along each direction.
  public let shares: (across: Double, upwards: Double)?

  /// The plane along which a path went most: its directions are the first two principal components
  /// of the places, each of length 1, so that coordinates are distances between parameters.
  ///
  /// The first place lies to the left of the origin, and not below it. The components come from the
  /// products of the places with each other, which are few, and not from those of the parameters.
  ///
  /// Source: Li, Xu, Taylor, Studer and Goldstein, "Visualizing the Loss Landscape of Neural Nets",
  /// 2018, section 7.
  ///
  /// - Returns: Nil for a path that spans fewer than two dimensions, or is not finite.
  public init?(ofPath path: [[Float]], through origin: [Float]) {
    let centred = CentredPath(path, origin: origin)
    let axes = SymmetricEigenvectors(centred.products, count: path.count)
    let total = axes.values.reduce(0) { $0 + max(0, $1) }
    guard path.count > 2, total.isFinite, axes.values[1] > total * 1e-12 else { return nil }
    self.origin = origin
    let directions = (0..<2).map { axis -> [Double] in
      let direction = centred.combined(
        axes.vectors[axis].map { $0 / axes.values[axis].squareRoot() })
      let start = centred.distance(of: 0, along: direction)
      let isTurned = axis == 0 ? start > 0 : start < 0
      return isTurned ? direction.map { -$0 } : direction
    }
    across = directions[0]
    upwards = directions[1]
    shares = (axes.values[0] / total, axes.values[1] / total)
  }

  /// A plane in two random directions, in which each unit's part is as long as what comes into the
  /// unit is at the origin: so the scale of a layer does not show.
  ///
  /// The entries come from the normal distribution of the streams "surface/across" and
  /// "surface/upwards"; the unit of a zero vector has length 1.
  ///
  /// Source: Li et al., 2018, section 4, filter normalization; a unit here has its bias too.
  public init(randomAround network: Network, seed: UInt64) {
    let origin = network.trainedValues
    let units = network.unitsOfTrainedValues
    let lengths = Self.lengths(of: origin.map { Double($0) }, in: units).map { $0 > 0 ? $0 : 1 }
    let directions = ["across", "upwards"].map { name -> [Double] in
      let drawn = RandomStream(seed: seed, name: "surface/\(name)").normals(count: origin.count)
      let drawnLengths = Self.lengths(of: drawn, in: units)
      return drawn.indices.map { drawn[$0] * lengths[units[$0]] / drawnLengths[units[$0]] }
    }
    self.origin = origin
    across = directions[0]
    upwards = directions[1]
    shares = nil
  }

  /// The length of each unit's part of a vector.
  private static func lengths(of values: [Double], in units: [Int]) -> [Double] {
    var squares = [Double](repeating: 0, count: (units.max() ?? -1) + 1)
    for (value, unit) in zip(values, units) { squares[unit] += value * value }
    return squares.map { $0.squareRoot() }
  }

  /// Where parameters lie, seen at a right angle to the plane of a path.
  public func place(of values: [Float]) -> (x: Double, y: Double) {
    var place = (x: 0.0, y: 0.0)
    for index in origin.indices where index < values.count {
      let distance = Double(values[index]) - Double(origin[index])
      place.x += distance * across[index]
      place.y += distance * upwards[index]
    }
    return place
  }

  /// The loss at each crossing of some columns and rows, row by row.
  ///
  /// - Parameter goesOn: Asked before each row with its index; false ends it, and what is missing is
  ///   NaN.
  public func losses(
    _ probe: LossProbe, columns: [Double], rows: [Double], goesOn: (Int) -> Bool = { _ in true }
  ) -> [Double] {
    var losses = [Double](repeating: .nan, count: columns.count * rows.count)
    var values = origin
    for (row, y) in rows.enumerated() {
      guard goesOn(row) else { break }
      for (column, x) in columns.enumerated() {
        move(&values, x, y)
        losses[row * columns.count + column] = probe.loss(at: values)
      }
    }
    return losses
  }

  private func move(_ values: inout [Float], _ x: Double, _ y: Double) {
    values.withUnsafeMutableBufferPointer { values in
      origin.withUnsafeBufferPointer { origin in
        across.withUnsafeBufferPointer { across in
          upwards.withUnsafeBufferPointer { upwards in
            for index in origin.indices {
              values[index] = Float(Double(origin[index]) + x * across[index] + y * upwards[index])
            }
          }
        }
      }
    }
  }
}

/// The places of a path as seen from an origin, and from their mean.
private struct CentredPath {
  /// The places less the origin, one after the other.
  private var steps: [Float]
  private var mean: [Double]
  private let count: Int
  private let width: Int

  init(_ path: [[Float]], origin: [Float]) {
    count = path.count
    width = origin.count
    steps = []
    steps.reserveCapacity(count * width)
    mean = [Double](repeating: 0, count: width)
    for place in path {
      for (index, (value, start)) in zip(place, origin).enumerated() {
        steps.append(value - start)
        mean[index] += Double(value - start)
      }
    }
    for index in mean.indices { mean[index] /= Double(max(1, count)) }
  }

  /// The products of the centred places with each other, `[count, count]`, each one chain with the
  /// parameters ascending.
  var products: [Double] {
    var products = [Double](repeating: 0, count: count * count)
    steps.withUnsafeBufferPointer { steps in
      mean.withUnsafeBufferPointer { mean in
        for one in 0..<count {
          for other in 0...one {
            var sum = 0.0
            for index in 0..<width {
              let first = Double(steps[one * width + index]) - mean[index]
              sum.addProduct(first, Double(steps[other * width + index]) - mean[index])
            }
            products[one * count + other] = sum
            products[other * count + one] = sum
          }
        }
      }
    }
    return products
  }

  /// The sum of the centred places, each times its factor.
  func combined(_ factors: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: width)
    for (place, factor) in factors.enumerated() {
      for index in 0..<width {
        sum[index] += factor * (Double(steps[place * width + index]) - mean[index])
      }
    }
    return sum
  }

  /// How far a place lies from the origin along a direction.
  func distance(of place: Int, along direction: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<width { sum += Double(steps[place * width + index]) * direction[index] }
    return sum
  }
}
