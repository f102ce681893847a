import TensorEngine

/// Clips the gradients of all trained parameters, between the way back and the update.
///
/// Norms are sums of squares in 64 lanes, parameter by parameter; those of several parameters are
/// added in their order, in double precision.
struct ClipOperation: ~Copyable {
  private struct Gradient {
    var place: Int
    var count: Int
  }

  private let gradients: FlatList<Gradient>

  /// - Parameter places: The parameters; those that are not trained have no gradient.
  init(_ places: [ParameterPlace]) {
    gradients = FlatList(
      places.compactMap { place in
        place.gradient.map { Gradient(place: $0, count: place.count) }
      })
  }

  func run(_ context: PlanContext, _ clipping: GradientClipping) {
    switch clipping {
    case .value(let bound):
      for index in 0..<gradients.count {
        let g = gradient(index, context)
        context.kernels.clip(g, to: Float(bound), into: g)
      }
    case .norm(let bound):
      for index in 0..<gradients.count {
        let g = gradient(index, context)
        let norm = Self.sumOfSquares(g, context.kernels).squareRoot()
        Self.scale(g, from: norm, to: bound, context.kernels)
      }
    case .globalNorm(let bound):
      var sum = 0.0
      for index in 0..<gradients.count {
        sum += Self.sumOfSquares(gradient(index, context), context.kernels)
      }
      let norm = sum.squareRoot()
      for index in 0..<gradients.count {
        Self.scale(gradient(index, context), from: norm, to: bound, context.kernels)
      }
    }
  }

  private func gradient(_ index: Int, _ context: PlanContext) -> FloatSlice {
    context.slice(gradients[index].place, gradients[index].count)
  }

  /// The sum of squares; where it is too large for a float, in double precision, one by one.
  private static func sumOfSquares(_ g: FloatSlice, _ kernels: Kernels) -> Double {
    let sum = kernels.sumOfSquares(g)
    if sum.isFinite { return Double(sum) }
    var exact = 0.0
    for index in 0..<g.count { exact += Double(g.base[index]) * Double(g.base[index]) }
    return exact
  }

  /// A gradient that is not finite is left alone, and the training reports it as diverged.
  private static func scale(
    _ g: FloatSlice, from norm: Double, to bound: Double, _ kernels: Kernels
  ) {
    guard norm > bound, norm.isFinite else { return }
    kernels.scale(g, by: Float(bound / norm), into: g)
  }
}
