import TensorEngine

/// How far some points are from each other on each axis, squared.
struct AxisDistances: Sendable {
  let count: Int
  /// For each axis the pairs of the lower triangle without its diagonal, row by row.
  private let squares: [[Double]]

  init(_ points: [[Double]], isChoice: [Bool]) {
    count = points.count
    squares = isChoice.indices.map { axis in
      points.indices.flatMap { row in
        (0..<row).map { column -> Double in
          let (one, other) = (points[row][axis], points[column][axis])
          if isChoice[axis] { return one == other ? 0 : 1 }
          return (one - other) * (one - other)
        }
      }
    }
  }

  var axisCount: Int { squares.count }

  /// The squared distance of each pair.
  private func squares(_ weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: count * (count - 1) / 2)
    for (axis, weight) in weights.enumerated() {
      for pair in sums.indices { sums[pair] += weight * squares[axis][pair] }
    }
    return sums
  }

  /// The lower triangle of the kernel's matrix.
  func matrix(of kernel: MaternKernel) -> [Double] {
    let values = squares(kernel.weights).map { MaternKernel.value(atSquare: $0).value }
    return matrix(values, height: kernel.height, noise: kernel.noise)
  }

  private func matrix(_ values: [Double], height: Double, noise: Double) -> [Double] {
    var matrix = [Double](repeating: 0, count: count * count)
    var pair = 0
    for row in 0..<count {
      for column in 0..<row {
        matrix[row * count + column] = height * values[pair]
        pair += 1
      }
      // What rounding may take away is never missed.
      matrix[row * count + row] = height + noise + 1e-6
    }
    return matrix
  }

  /// How likely some values and the kernel's settings are together, as a logarithm without what all
  /// have alike, and its derivatives by the logarithms of the settings; nil where it can't be
  /// reckoned.
  func likelihood(
    _ kernel: MaternKernel, _ values: [Double]
  ) -> (value: Double, slopes: [Double])? {
    let (weights, height, noise) = (kernel.weights, kernel.height, kernel.noise)
    let shapes = squares(weights).map { MaternKernel.value(atSquare: $0) }
    let matrix = matrix(shapes.map(\.value), height: height, noise: noise)
    guard let factor = CholeskyFactor(matrix, count: count) else { return nil }
    let alpha = factor.solve(values)
    let inverse = factor.inverse()
    let fit = zip(values, alpha).reduce(0) { $0 + $1.0 * $1.1 }
    var slopes = [Double](repeating: 0, count: weights.count + 2)
    var pair = 0
    var diagonal = 0.0
    for row in 0..<count {
      for column in 0..<row {
        // Each pair stands twice in the matrix, which takes the half away.
        let part = alpha[row] * alpha[column] - inverse[row * count + column]
        slopes[weights.count] += part * height * shapes[pair].value
        let slope = part * height * shapes[pair].slope
        for axis in weights.indices { slopes[axis] += slope * weights[axis] * squares[axis][pair] }
        pair += 1
      }
      diagonal += 0.5 * (alpha[row] * alpha[row] - inverse[row * count + row])
    }
    slopes[weights.count] += diagonal * height
    slopes[weights.count + 1] = diagonal * noise
    let prior = kernel.prior
    for place in slopes.indices { slopes[place] += prior.slopes[place] }
    return (-0.5 * fit - 0.5 * factor.logDeterminant + prior.value, slopes)
  }
}

/// The likeliest settings of a kernel, looked for in a fixed number of steps from a fixed start.
///
/// Each setting has a step of its own, which grows while the slope keeps its sign and shrinks when it
/// turns.
///
/// Source: Blum and Riedmiller, "Optimization of Gaussian Process Hyperparameters using Rprop",
/// 2013; Igel and Hüsken, "Improving the Rprop Learning Algorithm", 2000 (iRprop⁻).
struct KernelFit {
  static let stepCount = 40
  private static let steps = 0.01...1.0
  private static let range = -9.0...9.0

  private(set) var kernel: MaternKernel

  init(_ distances: AxisDistances, _ values: [Double]) {
    var current = MaternKernel(axes: distances.axisCount)
    kernel = current
    var best = -Double.infinity
    var steps = [Double](repeating: 0.3, count: current.logs.count)
    var before = [Double](repeating: 0, count: current.logs.count)
    for _ in 0..<Self.stepCount {
      guard let found = distances.likelihood(current, values), found.value.isFinite else { return }
      if found.value > best {
        best = found.value
        kernel = current
      }
      for place in steps.indices {
        var slope = found.slopes[place]
        let turn = slope * before[place]
        if turn > 0 { steps[place] = min(steps[place] * 1.2, Self.steps.upperBound) }
        if turn < 0 {
          steps[place] = max(steps[place] * 0.5, Self.steps.lowerBound)
          slope = 0
        }
        let step = slope > 0 ? steps[place] : slope < 0 ? -steps[place] : 0
        current.logs[place] = min(
          max(current.logs[place] + step, Self.range.lowerBound), Self.range.upperBound)
        before[place] = slope
      }
    }
  }
}
