import TensorEngine

/// The weighted sums of a dense layer.
///
/// N rows, I inputs, O outputs; x `[N, I]`, W `[I, O]`, b `[O]`, y `[N, O]`:
///
///     y  = x · W + b
///     dW = xᵀ · dy
///     db = Σ over rows of dy
///     dx = dy · Wᵀ
///
/// Threads make rows of each result, or as owners columns of y and dx.
struct DenseOperation: PlanOperation {
  var input: Place
  var output: Place
  var kernel: ParameterPlace
  var bias: ParameterPlace?
  /// Where the batch of the second owner lies, and how far behind it those of the others, where
  /// each gathers its own; nil where all read the same.
  var ownBatches: (start: Int, step: Int)?

  @inline(__always)
  func forwardWork(rows: Int) -> Int { 2 * rows * input.width * output.width }

  @inline(__always)
  func backwardWork(rows: Int) -> Int {
    forwardWork(rows: rows)
      * ((kernel.gradient == nil ? 0 : 1) + (input.gradient == nil ? 0 : 1))
  }

  @inline(__always)
  func forward(_ context: PlanContext, _ part: Part) {
    if part.cut == .columns {
      forward(context, ofOwner: part.index)
      return
    }
    context.kernels.matrixProduct(
      context.factors(input), context.slice(kernel.values, kernel.count),
      into: context.values(output),
      MatrixProduct(rows: context.rows, columns: output.width, depth: input.width),
      start: bias.map { .bias(context.slice($0.values, $0.count)) } ?? .zero,
      rows: part.rows(of: context.rows))
  }

  /// Makes the columns of y that belong to an owner of the kernel.
  private func forward(_ context: PlanContext, ofOwner owner: Int) {
    let block = block(ofOwner: owner)
    let (first, count) = (block.columns.lowerBound, block.columns.count)
    context.kernels.matrixProduct(
      context.values(ownBatch(ofOwner: owner) ?? input),
      context.slice(kernel.values + block.start, block.count),
      into: context.columns(output.values, output.width, from: first),
      MatrixProduct(rows: context.rows, columns: count, depth: input.width),
      steps: .init(first: input.width, second: count, result: output.width),
      start: bias.map { .bias(context.slice($0.values + first, count)) } ?? .zero)
  }

  @inline(__always)
  func backward(_ context: PlanContext, _ part: Part) {
    guard let outputGradient = output.gradient else { return }
    if part.cut == .columns {
      makeInputGradient(context, part.columns(of: input.width))
      return
    }
    let kernels = context.kernels
    let rows = context.rows
    let dy = context.slice(outputGradient, rows * output.width)
    if let gradient = kernel.gradient {
      kernels.matrixProduct(
        context.values(input), dy, into: context.slice(gradient, kernel.count),
        MatrixProduct(.firstTransposed, rows: input.width, columns: output.width, depth: rows),
        rows: part.rows(of: input.width))
    }
    makeBiasGradient(context, part.rows(of: output.width))
    guard let inputGradient = input.gradient else { return }
    kernels.matrixProduct(
      dy, context.slice(kernel.values, kernel.count),
      into: context.slice(inputGradient, rows * input.width),
      MatrixProduct(.secondTransposed, rows: rows, columns: input.width, depth: output.width),
      rows: part.rows(of: rows))
  }

  /// Makes rows of dW in the columns of an owner's block, from a place in the memory on.
  func makeGradient(
    _ context: PlanContext, _ block: KernelBlock, _ rows: Range<Int>, ofOwner owner: Int,
    into gradient: Int
  ) {
    guard let outputGradient = output.gradient else { return }
    let count = block.columns.count
    let batch = ownBatch(ofOwner: owner) ?? input
    context.kernels.matrixProduct(
      context.columns(batch.values, input.width, from: rows.lowerBound),
      context.columns(outputGradient, output.width, from: block.columns.lowerBound),
      into: context.slice(gradient, rows.count * count),
      MatrixProduct(.firstTransposed, rows: rows.count, columns: count, depth: context.rows),
      steps: .init(first: input.width, second: output.width, result: count))
  }

  /// Makes columns of db.
  @inline(__always)
  func makeBiasGradient(_ context: PlanContext, _ columns: Range<Int>) {
    guard let outputGradient = output.gradient, let bias, let gradient = bias.gradient else {
      return
    }
    context.kernels.columnSums(
      of: context.slice(outputGradient, context.rows * output.width),
      into: context.slice(gradient, bias.count), rows: context.rows, columns: output.width,
      columns: columns)
  }

  /// Makes columns of dx: the sums go over the blocks of the kernel one after the other.
  private func makeInputGradient(_ context: PlanContext, _ columns: Range<Int>) {
    guard let outputGradient = output.gradient, let inputGradient = input.gradient else { return }
    for owner in 0..<kernel.owners {
      let block = block(ofOwner: owner)
      let count = block.columns.count
      context.kernels.matrixProduct(
        context.columns(outputGradient, output.width, from: block.columns.lowerBound),
        context.slice(
          kernel.values + block.start + columns.lowerBound * count, columns.count * count),
        into: context.columns(inputGradient, input.width, from: columns.lowerBound),
        MatrixProduct(
          .secondTransposed, rows: context.rows, columns: columns.count, depth: count),
        steps: .init(first: output.width, second: count, result: input.width),
        start: owner == 0 ? .zero : .output)
    }
  }

  /// The columns of the kernel that belong to an owner.
  @inline(__always)
  func block(ofOwner owner: Int) -> KernelBlock {
    KernelBlock(
      rows: input.width,
      columns: Part.columns(ofOwner: owner, of: kernel.owners, width: output.width))
  }

  /// Where an owner gathers the batch for itself; nil where all read the same.
  func ownBatch(ofOwner owner: Int) -> Place? {
    guard let ownBatches else { return nil }
    var place = input
    if owner > 0 { place.values = ownBatches.start + (owner - 1) * ownBatches.step }
    return place
  }

  static func placed(_ place: UnsafePointer<Self>) -> PlacedOperation { .dense(place) }
}
