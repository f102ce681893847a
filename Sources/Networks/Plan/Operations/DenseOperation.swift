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
  let input: Place
  let output: Place
  let kernel: ParameterPlace
  let bias: ParameterPlace?
  /// The products of y, dW and dx, as the plan numbers them.
  private let outputProduct: Int
  private let kernelGradientProduct: Int?
  private let inputGradientProduct: Int?
  /// Where the batch of the second owner lies, and how far behind it those of the others, where
  /// each gathers its own; nil where all read the same.
  var ownBatches: (start: Int, step: Int)?

  /// Numbers the products of the layer in a plan.
  init(
    input: Place, output: Place, kernel: ParameterPlace, bias: ParameterPlace?,
    in plan: inout PlanBuilder
  ) {
    self.input = input
    self.output = output
    self.kernel = kernel
    self.bias = bias
    let (rows, inputs, outputs) = (plan.capacity, input.width, output.width)
    outputProduct = plan.product(
      PreparedProduct(
        MatrixProduct(rows: rows, columns: outputs, depth: inputs), first: input.values,
        second: kernel.values, result: output.values, bias: bias?.values))
    guard let dy = output.gradient else {
      (kernelGradientProduct, inputGradientProduct) = (nil, nil)
      return
    }
    kernelGradientProduct = kernel.gradient.map {
      plan.product(
        PreparedProduct(
          MatrixProduct(.firstTransposed, rows: inputs, columns: outputs, depth: rows),
          first: input.values, second: dy, result: $0))
    }
    inputGradientProduct = input.gradient.map {
      plan.product(
        PreparedProduct(
          MatrixProduct(.secondTransposed, rows: rows, columns: inputs, depth: outputs),
          first: dy, second: kernel.values, result: $0))
    }
  }

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
    context.kernels.multiply(
      context.products + outputProduct, in: context.floats, rows: part.rows(of: context.rows),
      depth: input.width, first: context.rowsInPlace(at: input))
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
    if part.cut == .columns {
      makeInputGradient(context, part.columns(of: input.width))
      return
    }
    makeParameterGradients(context, part)
    guard let inputGradientProduct else { return }
    context.kernels.multiply(
      context.products + inputGradientProduct, in: context.floats,
      rows: part.rows(of: context.rows), depth: output.width)
  }

  @inline(__always)
  private func makeParameterGradients(_ context: PlanContext, _ part: Part) {
    if part.count == 1, let kernelGradientProduct, let sums = bias?.gradient {
      context.kernels.denseGradients(
        context.products + kernelGradientProduct, in: context.floats, depth: context.rows,
        sums: sums)
      return
    }
    if let kernelGradientProduct {
      context.kernels.multiply(
        context.products + kernelGradientProduct, in: context.floats,
        rows: part.rows(of: input.width), depth: context.rows)
    }
    makeBiasGradient(context, part.rows(of: output.width))
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
