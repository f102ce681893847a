package import Tuning
import Workbench

/// What the variants of a comparison come to by the criterion that was asked for.
package struct ComparisonScores: Sendable {
  /// What they are judged by.
  package let criterion: Criterion
  /// The name of the positive class, where the criterion is about it.
  package let positive: String?
  private let training: [[Double?]]
  private let validation: [[Double?]]

  /// Puts together what was measured: for each variant a value a seed, nil where there is none.
  package init(
    _ criterion: Criterion, positive: String?, training: [[Double?]], validation: [[Double?]]
  ) {
    self.criterion = criterion
    self.positive = positive
    self.training = training
    self.validation = validation
  }

  /// The values of a variant from all of its seeds; none where one of them has none.
  func values(of variant: Int, on part: DataInHand.Part) -> [Double] {
    let values = part == .training ? training[variant] : validation[variant]
    let known = values.compactMap(\.self)
    return known.count == values.count ? known : []
  }
}
