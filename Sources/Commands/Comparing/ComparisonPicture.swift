/// What `compare plot=` can draw: what has one axis for all variants one over the other, everything
/// else side by side.
package enum ComparisonPicture: String, CaseIterable, Sendable {
  /// As `plot` calls them.
  case boundary, loss, accuracy, rate, weights, activations, gradients, confusion, roc, coverage
  /// As `plot` calls them, too.
  case calibration, filters

  /// What the data and the network in hand must have; whatever is missing is refused before
  /// anything is trained.
  package var requirements: [PictureRequirement] {
    switch self {
    case .loss, .rate: []
    case .accuracy: [.data(.accuracy)]
    case .boundary: [.data(.plane)]
    case .weights: [.network(.kernels)]
    case .activations: [.data(.examples(nil))]
    case .gradients: [.fittingOutputs, .network(.learningKernels)]
    case .confusion: [.data(.classes(DataRequirement.confusion)), .fittingOutputs]
    case .roc:
      [
        .data(.classes(DataRequirement.ranking)), .fittingOutputs,
        .data(.bothSides(nil, class: nil)),
      ]
    case .coverage, .calibration:
      [
        .data(.classes(DataRequirement.confidence(rawValue))), .fittingOutputs,
        .network(.probabilities(rawValue)),
      ]
    case .filters: [.network(.convolution)]
    }
  }
}
