public import Networks
public import TensorEngine

/// Scores variants of a network by k-fold cross-validation: each of them is trained k times from
/// the same first weights, each time without one fold, and judged by the fold that it has not
/// seen.
///
/// Source: Stone, "Cross-Validatory Choice and Assessment of Statistical Predictions", 1974.
public struct CrossValidation: Sendable {
  /// The rows of one fit.
  public struct Fold: Sendable, Equatable {
    /// The numbers of the examples to train on.
    public let training: [Int32]
    /// The numbers of the examples to judge by.
    public let validation: [Int32]
    /// The scaling that was fitted to the training rows alone, so that nothing leaks from the
    /// rows that judge; nil for that of the examples.
    public let scaling: FeatureScaling?

    /// The rows of one fit.
    public init(training: [Int32], validation: [Int32], scaling: FeatureScaling? = nil) {
      self.training = training
      self.validation = validation
      self.scaling = scaling
    }
  }

  /// Each variant's score, or the error of its first fold, in order, that could not be trained.
  public typealias Outcome = Result<CrossValidationScore, NetworkError>

  /// Inputs `[N, inputShape]` and their targets.
  public let examples: Examples
  /// The fits of each variant.
  public let folds: [Fold]

  /// A cross-validation on these examples.
  public init(examples: Examples, folds: [Fold]) {
    self.examples = examples
    self.folds = folds
  }

  /// Trains every variant on every fold, one network a thread.
  ///
  /// - Returns: The outcomes in the order of the variants, the same bits with any number of
  ///   threads; none where the whole was interrupted.
  public func run(
    _ variants: [Comparison.Variant], _ trainings: IndependentTrainings
  ) -> [Outcome] {
    let folds = folds.map { fold in (fold, scaled(for: fold)) }
    let outcomes = trainings.outcomes(count: variants.count * folds.count) {
      (index, control) throws(NetworkError) in
      let (variant, fold) = index.quotientAndRemainder(dividingBy: folds.count)
      let examples = try folds[fold].1.get()
      return try Self.score(variants[variant], examples, folds[fold].0, control)
    }
    guard let outcomes else { return [] }
    return variants.indices.map { index in
      Outcome { () throws(NetworkError) in
        var evaluations: [Evaluation] = []
        for outcome in outcomes[index * folds.count..<(index + 1) * folds.count] {
          evaluations.append(try outcome.get())
        }
        return CrossValidationScore(label: variants[index].label, folds: evaluations)
      }
    }
  }

  private func scaled(for fold: Fold) -> Result<Examples, NetworkError> {
    guard let scaling = fold.scaling else { return .success(examples) }
    do throws(EngineError) {
      return .success(try examples.scaled(by: scaling))
    } catch { return .failure(.engine(error)) }
  }

  private static func score(
    _ variant: Comparison.Variant, _ examples: Examples, _ fold: Fold, _ control: TrainingControl
  ) throws(NetworkError) -> Evaluation {
    let result = try Trainer(
      network: variant.network, examples: examples, trainingRows: fold.training,
      settings: variant.settings
    ).result(control: control)
    return try result.network.evaluate(
      examples, rows: fold.validation, pool: control.pool)
  }
}
