public import Networks
public import TensorEngine

/// Measures bias and variance of a student's own network: trains it K times, each time on another
/// training set and from other first weights, and looks how the answers scatter.
///
/// All variants learn from the same K training sets, and their start k has the same seed.
public struct BiasVarianceStudy: Sendable {
  /// A variant, and how many examples each of its training sets has.
  public struct Subject: Sendable {
    /// The network before its training, and how it is trained.
    public let variant: Comparison.Variant
    /// The size of a training set; nil for the usual one.
    public let count: Int?

    /// A variant to study.
    public init(_ variant: Comparison.Variant, count: Int? = nil) {
      self.variant = variant
      self.count = count
    }
  }

  /// What came of a variant.
  public struct Finding: Sendable, Equatable {
    /// What is different about it.
    public let label: String
    /// The value of what is different about it, as it is shown.
    public let value: String
    /// The parts of its squared error.
    public let squared: ErrorParts
    /// The parts of its share of wrong classes; nil where the targets are numbers.
    public let zeroOne: ErrorParts?
  }

  /// Each variant's finding, or why one of its networks could not be trained.
  public typealias Outcome = Result<Finding, NetworkError>

  /// Inputs `[N, inputShape]` and their targets.
  public let examples: Examples
  /// The rows that training sets are drawn from.
  public let training: [Int32]
  /// The rows that judge.
  public let judging: [Int32]
  /// What the targets of the judging rows would be on average; nil where nobody knows.
  public let expected: ExpectedTargets?
  /// How training sets are drawn.
  public let resampling: Resampling
  /// The seed of the drawing.
  public let seed: UInt64

  /// A study on these examples.
  public init(
    examples: Examples, training: [Int32], judging: [Int32], expected: ExpectedTargets?,
    resampling: Resampling = .bootstrap, seed: UInt64
  ) {
    self.examples = examples
    self.training = training
    self.judging = judging
    self.expected = expected
    self.resampling = resampling
    self.seed = seed
  }

  /// The trainings of a study with K repeats.
  public func trainings(of subjects: [Subject], repeats: Int) -> RepeatedTrainings {
    RepeatedTrainings(
      examples: examples,
      fits: subjects.map { subject in
        (1...max(1, repeats)).map { number in
          let count = subject.count ?? resampling.usualCount(of: training.count)
          return Fit(
            variant: subject.variant.start(number),
            training: resampling.rows(of: training, count: count, seed: seed, number: number),
            judging: judging, keepsOutputs: true)
        }
      })
  }

  /// What the outcomes of ``trainings(of:repeats:)`` tell.
  public func findings(
    _ outcomes: [RepeatedTrainings.Outcome], of subjects: [Subject]
  ) -> [Outcome] {
    let targets = examples.targets.rows(judging)
    return zip(subjects, outcomes).map { subject, outcome in
      outcome.map { scores in
        let answers = RepeatedAnswers(
          outputs: scores.map(\.outputs), targets: targets, expected: expected,
          decisionThreshold: scores.first?.decisionThreshold ?? 0.5)
        return Finding(
          label: subject.variant.label,
          value: subject.variant.changes.first?.value ?? subject.variant.label,
          squared: answers.squared, zeroOne: answers.zeroOne)
      }
    }
  }
}

extension Targets {
  /// The targets of some rows.
  fileprivate func rows(_ rows: [Int32]) -> Targets {
    switch self {
    case .classes(let classes, let count):
      .classes(rows.map { classes[Int($0)] }, count: count)
    case .values(let values, let width):
      .values(
        rows.flatMap { values[Int($0) * width..<(Int($0) + 1) * width] }, width: width)
    }
  }
}
