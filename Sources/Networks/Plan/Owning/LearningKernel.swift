import TensorEngine

/// A dense layer that its owners teach: gradients are made, penalties add their own, and they change
/// the parameters at once, while they are in the first caches.
///
/// Owners have blocks of a kernel that is divided among them, and rows of one that lies as it is.
struct LearningKernel: Sendable {
  var dense: DenseOperation
  /// The penalties on the kernel and on the bias.
  var kernelPenalty: PenaltyTerm?
  var biasPenalty: PenaltyTerm?

  /// The floats of dW that are made together, 128 KiB of them: one after the other in the same
  /// memory, which stays in the second cache.
  private static let floatsTogether = 32_768

  func learn(_ context: PlanContext, _ part: Part, _ change: ParameterChange) {
    if let gradient = dense.kernel.gradient {
      let isDivided = dense.kernel.owners > 1
      let block = dense.block(ofOwner: isDivided ? part.index : 0)
      let own = isDivided ? 0..<block.rows : part.columns(of: block.rows)
      let width = block.columns.count
      let parts = max(1, own.count * width / Self.floatsTogether)
      let made = gradient + block.start + own.lowerBound * width
      for index in 0..<parts {
        let tile = ThreadPool.range(ofChunk: index, of: parts, count: own.count)
        let rows = own.lowerBound + tile.lowerBound..<own.lowerBound + tile.upperBound
        let range = block.start + rows.lowerBound * width..<block.start + rows.upperBound * width
        dense.makeGradient(context, block, rows, ofOwner: part.index, into: made)
        kernelPenalty?.addGradient(context, range, to: made)
        change.apply(
          context, from: dense.kernel.values + range.lowerBound, range.count, gradient: made)
      }
    }
    guard let bias = dense.bias, let gradient = bias.gradient else { return }
    let columns = part.columns(of: bias.count)
    if columns.isEmpty { return }
    let made = gradient + columns.lowerBound
    dense.makeBiasGradient(context, columns)
    biasPenalty?.addGradient(context, columns, to: made)
    change.apply(
      context, from: bias.values + columns.lowerBound, columns.count, gradient: made)
  }
}

/// Parameters that no dense layer has, whose gradients are there.
struct LearningRest: Sendable {
  var parameter: ParameterPlace
  var penalty: PenaltyTerm?

  func learn(_ context: PlanContext, _ part: Part, _ change: ParameterChange) {
    guard let gradient = parameter.gradient else { return }
    let range = ThreadPool.range(ofChunk: part.index, of: part.count, count: parameter.count)
    let made = gradient + range.lowerBound
    penalty?.addGradient(context, range, to: made)
    change.apply(
      context, from: parameter.values + range.lowerBound, range.count, gradient: made)
  }
}
