package import Networks
import TensorEngine

/// A plane through the parameters of a network, on which its loss can be looked at: the parameters
/// at (x, y) are origin + x · across + y · upwards.
package struct LossPlane: Sendable {
  /// The parameters at (0, 0), as ``Network/trainedValues`` has them.
  package let origin: [Float]
  /// What one step to the right adds to each parameter, in the order of ``origin``.
  package let across: [Double]
  /// What one step upwards adds to each parameter, in the order of ``origin``.
  package let upwards: [Double]
  /// For the plane of a path, the part of the path's variance along each direction.
  package let shares: (across: Double, upwards: Double)?

  /// The plane along which a path went most: its directions are the first two principal components
  /// of the places, each of length 1, so that coordinates are distances between parameters.
  ///
  /// The first place lies to the left of the origin, and not below it. The components come from the
  /// products of the places with each other, which are few, and not from those of the parameters.
  ///
  /// Source: Li, Xu, Taylor, Studer and Goldstein, "Visualizing the Loss Landscape of Neural Nets",
  /// 2018, section 7.
  ///
  /// - Parameter goesOn: Asked before each of many pieces of the work, with its index and how many
  ///   there are; false ends it.
  /// - Returns: Nil for a path that spans fewer than two dimensions, or is not finite, or where it
  ///   was ended.
  package init?(
    ofPath path: [[Float]], through origin: [Float],
    goesOn: (_ piece: Int, _ pieces: Int) -> Bool = { _, _ in true }
  ) {
    let centred = CentredPath(path, origin: origin)
    let pieces = 2 * centred.blocks
    guard path.count > 2, let products = centred.products(goesOn: { goesOn($0, pieces) })
    else { return nil }
    let axes = SymmetricEigenvectors(products, count: path.count)
    let total = axes.values.reduce(0) { $0 + max(0, $1) }
    guard total.isFinite, axes.values[1] > total * 1e-12 else { return nil }
    let factors = (0..<2).map { axis in
      axes.vectors[axis].map { $0 / axes.values[axis].squareRoot() }
    }
    guard let sums = centred.combined(factors, goesOn: { goesOn(centred.blocks + $0, pieces) })
    else { return nil }
    self.origin = origin
    let start = centred.distances(of: 0, along: sums)
    across = start[0] > 0 ? sums[0].map { -$0 } : sums[0]
    upwards = start[1] < 0 ? sums[1].map { -$0 } : sums[1]
    shares = (axes.values[0] / total, axes.values[1] / total)
  }

  /// A plane in two random directions, in which each unit's part is as long as what comes into the
  /// unit is at the origin: so the scale of a layer does not show.
  ///
  /// The entries come from the normal distribution of the streams "surface/across" and
  /// "surface/upwards"; the unit of a zero vector has length 1.
  ///
  /// Source: Li et al., 2018, section 4, filter normalization; a unit here has its bias too.
  package init(randomAround network: Network, seed: UInt64) {
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
  package func place(of values: [Float]) -> (x: Double, y: Double) {
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
  package func losses(
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
    var values = values.mutableSpan
    let (origin, across, upwards) = (origin.span, across.span, upwards.span)
    for index in values.indices {
      values[index] = Float(Double(origin[index]) + x * across[index] + y * upwards[index])
    }
  }
}
