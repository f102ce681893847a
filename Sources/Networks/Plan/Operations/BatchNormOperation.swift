import TensorEngine

/// Batch normalization of columns.
///
/// N rows (images: rows times pixels), C columns; x, y `[N, C]`; μ, σ², γ, β `[C]`;
/// s = 1 / √(σ² + ε):
///
///     y  = (x - μ) · γ s + β                     columns to the threads
///     dβ = Σ dy                                  over rows in order
///     dγ = s · Σ dy (x - μ)
///     dx = γ s · (dy - dβ / N - (x - μ) · s dγ / N)    where μ and σ² are the batch's
///     dx = γ s · dy                                    where they are the moving ones
///
/// Everything that belongs to some columns is done for 64 of them at a time, while they are in
/// the cache.
struct BatchNormOperation: PlanOperation {
  /// Vectors of one float a column, from a place on.
  struct Scratch: Sendable {
    static let vectors = 8

    var start: Int
    var columns: Int

    /// μ as it was used, s, γ s and β.
    var mean: Int { start }
    var inverse: Int { start + columns }
    var factor: Int { start + 2 * columns }
    var shift: Int { start + 3 * columns }
    /// σ² of the batch; on the way back Σ dy.
    var variance: Int { start + 4 * columns }
    var sums: Int { start + 4 * columns }
    /// Σ dy (x - μ), and what dy and x - μ lose of them.
    var products: Int { start + 5 * columns }
    var centre: Int { start + 6 * columns }
    var slope: Int { start + 7 * columns }
  }

  private static let block = 64

  var input: Place
  var output: Place
  var columns: Int
  var gamma: ParameterPlace?
  var beta: ParameterPlace?
  var movingMean: ParameterPlace
  var movingVariance: ParameterPlace
  var scratch: Scratch
  var momentum: Double
  var epsilon: Double
  var isFrozen: Bool

  func forwardWork(rows: Int) -> Int { columns < 32 ? 0 : rows * output.width * 20 }

  func backwardWork(rows: Int) -> Int { columns < 32 ? 0 : rows * output.width * 35 }

  func forward(_ context: PlanContext, _ part: Part) {
    let x = context.values(input)
    let y = context.values(output)
    let kernels = context.kernels
    forEachBlock(context, part) { columns in
      if usesBatch(context) {
        kernels.columnMoments(
          of: x, mean: vector(scratch.mean, context),
          variance: vector(scratch.variance, context), columns)
        moveStatistics(context, columns.range)
      }
      prepare(context, columns.range)
      kernels.normalize(
        x, mean: vector(scratch.mean, context), factor: vector(scratch.factor, context),
        shift: vector(scratch.shift, context), into: y, columns)
    }
  }

  func backward(_ context: PlanContext, _ part: Part) {
    guard let outputGradient = output.gradient else { return }
    let x = context.values(input)
    let dy = context.slice(outputGradient, x.count)
    let kernels = context.kernels
    forEachBlock(context, part) { columns in
      kernels.normalizeSums(
        x, gradient: dy, mean: vector(scratch.mean, context),
        sums: vector(scratch.sums, context), products: vector(scratch.products, context),
        columns)
      prepareBackward(context, columns)
      guard let gradient = input.gradient else { return }
      kernels.normalizeBackward(
        x, gradient: dy, mean: vector(scratch.mean, context),
        factor: vector(scratch.factor, context), centre: vector(scratch.centre, context),
        slope: vector(scratch.slope, context), into: context.slice(gradient, x.count), columns)
    }
  }

  /// Whether the statistics are those of the batch.
  private func usesBatch(_ context: PlanContext) -> Bool { context.isTraining && !isFrozen }

  private func vector(_ offset: Int, _ context: PlanContext) -> FloatSlice {
    context.slice(offset, columns)
  }

  /// The columns of a part, some at a time: threads have the columns of owners, always.
  @inline(__always)
  private func forEachBlock(
    _ context: PlanContext, _ part: Part, _ body: (MatrixColumns) -> Void
  ) {
    let rows = context.rows * (output.width / max(1, columns))
    let own = Part.columns(ofOwner: part.index, of: part.count, width: columns)
    var first = own.lowerBound
    while first < own.upperBound {
      let next = min(own.upperBound, first + Self.block)
      body(MatrixColumns(rows: rows, columns: columns, range: first..<next))
      first = next
    }
  }

  /// moving = momentum · moving + (1 - momentum) · batch
  private func moveStatistics(_ context: PlanContext, _ range: Range<Int>) {
    let floats = context.floats
    let (stays, comes) = (Float(momentum), Float(1 - momentum))
    let (mean, variance) = (floats + movingMean.values, floats + movingVariance.values)
    for column in range {
      mean[column] = mean[column] * stays + floats[scratch.mean + column] * comes
      variance[column] = variance[column] * stays + floats[scratch.variance + column] * comes
    }
  }

  /// The mean to take away, and what is multiplied and added then.
  private func prepare(_ context: PlanContext, _ range: Range<Int>) {
    let floats = context.floats
    let epsilon = Float(epsilon)
    let takesMoving = !usesBatch(context)
    for column in range {
      if takesMoving {
        floats[scratch.mean + column] = floats[movingMean.values + column]
        floats[scratch.variance + column] = floats[movingVariance.values + column]
      }
      let inverse = 1 / (floats[scratch.variance + column] + epsilon).squareRoot()
      floats[scratch.inverse + column] = inverse
      floats[scratch.factor + column] = (gamma.map { floats[$0.values + column] } ?? 1) * inverse
      floats[scratch.shift + column] = beta.map { floats[$0.values + column] } ?? 0
    }
  }

  /// The gradients of γ and β, and what the way through the statistics takes from dx.
  private func prepareBackward(_ context: PlanContext, _ columns: MatrixColumns) {
    let floats = context.floats
    let isBatch = usesBatch(context)
    let rows = Float(columns.rows)
    for column in columns.range {
      let sum = floats[scratch.sums + column]
      let inverse = floats[scratch.inverse + column]
      let product = floats[scratch.products + column] * inverse
      if let gradient = beta?.gradient { floats[gradient + column] = sum }
      if let gradient = gamma?.gradient { floats[gradient + column] = product }
      floats[scratch.centre + column] = isBatch ? sum / rows : 0
      floats[scratch.slope + column] = isBatch ? product * inverse / rows : 0
    }
  }

  /// Not those of images, whose columns are channels.
  var keepsColumnsApart: Bool { columns == output.width }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .batchNorm(place) }
}
