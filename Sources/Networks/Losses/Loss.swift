/// What training makes small: the distance between the outputs and the targets.
///
/// | case | formula, for K outputs and N rows |
/// | --- | --- |
/// | binaryCrossEntropy | -1/(N·K) Σ t·log(p) + (1 - t)·log(1 - p) |
/// | categoricalCrossEntropy | -1/N Σᵣ Σₖ tₖ·log(pₖ) |
/// | meanSquaredError | 1/(N·K) Σ (y - t)² |
/// | meanAbsoluteError | 1/(N·K) Σ \|y - t\| |
/// | hinge | 1/(N·K) Σ max(1 - t·y, 0), for t of -1 and 1 |
///
/// The means are Keras's. Classes are one-hot rows for all but the cross-entropies, and -1 and 1
/// for hinge; its derivative at the kink is 0. Both cross-entropies are computed from the logits, the values before
/// the last sigmoid or softmax, so that they stay finite and keep their gradients where the
/// probabilities round to 0 or 1. Where the last layer is linear, its outputs are taken as the
/// logits themselves (Keras's `from_logits=True`), and predictions are their sigmoid or softmax.
///
/// The raw values are Keras's names.
public enum Loss: String, CaseIterable, Codable, Sendable {
  /// Squared distances, so that far misses weigh most.
  case meanSquaredError = "mse"
  /// Distances: a miss twice as far weighs twice as much, and not four times.
  case meanAbsoluteError = "mae"
  /// For sigmoid outputs, each a probability of its own.
  ///
  ///     derivative by a logit = (p - t) / (N·K)
  case binaryCrossEntropy = "binary_crossentropy"
  /// For softmax outputs, the probabilities of the classes.
  ///
  ///     derivative by a logit = (p - t) / N
  case categoricalCrossEntropy = "categorical_crossentropy"
  /// For classes of -1 and 1; 0 for what is right by 1 or more.
  case hinge

  /// The names that are offered: the raw value, and Keras's other names that say more.
  public var names: [String] {
    self == .categoricalCrossEntropy ? [rawValue, "sparse_categorical_crossentropy"] : [rawValue]
  }

  /// A longer name that is taken too; nil for none.
  public var longName: String? {
    switch self {
    case .meanSquaredError: "mean_squared_error"
    case .meanAbsoluteError: "mean_absolute_error"
    case .binaryCrossEntropy, .categoricalCrossEntropy, .hinge: nil
    }
  }
}
