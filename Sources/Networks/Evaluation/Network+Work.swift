package import TensorEngine

extension Network {
  /// What an output of a layer costs beside its multiplications, in operations.
  private static let operationsOfOutput = 200.0

  /// The work of one example's way through all layers.
  ///
  /// ```
  /// forward = 2 · multiplications + 200 · outputs of all layers
  /// ```
  ///
  /// Each weight of a kernel is multiplied once at every place that its layer looks at.
  package var forwardWork: Work {
    var operations = 0.0
    for (layer, summary) in summaries.enumerated() {
      let width = max(1, summary.outputShape.dimensions.last ?? 1)
      let places = Double(summary.outputShape.count / width)
      operations += 2 * Double(parameters[layer]["kernel"]?.count ?? 0) * places
      operations += Self.operationsOfOutput * Double(summary.outputShape.count)
    }
    return Work(operations: operations)
  }
}
