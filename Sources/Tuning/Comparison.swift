public import Networks
public import TensorEngine

/// Trains variants of a network that differ by what the student changed and by nothing else:
/// the same first weights where the shapes allow, the same shuffles, the same examples.
public struct Comparison: Sendable {
  /// A scaling in the place of that of the examples.
  public struct OwnScaling: Sendable {
    /// What happens to the inputs; nil where they stay as they are.
    public let scaling: FeatureScaling?

    /// A scaling, or none.
    public init(_ scaling: FeatureScaling?) { self.scaling = scaling }
  }

  /// What is different about a variant: `l2=0.01`, `units(2)=8`, `schedule.decay=0.1`.
  public struct Change: Equatable, Sendable {
    /// The setting that differs: "l2", "units", "schedule".
    public let setting: String
    /// The name as it is typed: "l2", "units(2)", "schedule.decay".
    public let name: String
    /// Its value as it is shown.
    public let value: String

    /// Joins a setting, the name it is typed by, and the value.
    public init(of setting: String, _ name: String, _ value: String) {
      self.setting = setting
      self.name = name
      self.value = value
    }

    /// Whether the setting differs as a whole, and not one layer of it or one of its parts.
    public var isWhole: Bool { name == setting }
  }

  /// One of the networks to train, and how.
  public struct Variant: Sendable {
    /// What it is called: "l2=0.01" after its changes, or "plain".
    public var label: String
    /// What is different about it; empty where nothing is.
    public private(set) var changes: [Change] = []
    /// The network before its training.
    public var network: Network
    /// How it is trained.
    public var settings: TrainingSettings
    /// The rows that it learns from; nil for those of the comparison.
    public var rows: [Int32]?
    /// How it sees the inputs; nil for the scaling of the examples.
    public var scaling: OwnScaling?

    /// Makes a variant.
    public init(
      label: String, network: Network, settings: TrainingSettings, rows: [Int32]? = nil,
      scaling: OwnScaling? = nil
    ) {
      self.label = label
      self.network = network
      self.settings = settings
      self.rows = rows
      self.scaling = scaling
    }

    /// Notes what is different about it, and calls it after that.
    public mutating func name(after changes: [Change]) {
      self.changes = changes
      label = changes.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    }

    /// The examples as it sees them.
    ///
    /// - Throws: `shapeMismatch` for a scaling of other features.
    func seen(_ examples: Examples) throws(NetworkError) -> Examples {
      guard let scaling else { return examples }
      do throws(EngineError) {
        return try examples.scaled(by: scaling.scaling)
      } catch { throw .engine(error) }
    }
  }

  /// What came of a variant.
  public struct Trial: Sendable {
    /// What is different about it.
    public let label: String
    /// How it was trained.
    public let settings: TrainingSettings
    /// The rows that it learned from.
    public let rows: [Int32]
    /// How it sees the inputs; nil for the scaling of the examples.
    public let scaling: OwnScaling?
    /// The trained network with its history.
    public let result: TrainingResult
    /// How it does on the training examples.
    public let training: Evaluation
    /// `nil` without a validation split.
    public let validation: Evaluation?
    /// The square root of the sum of squares of all kernels: how large the weights have grown.
    public let weightNorm: Double
    /// How many weights of the kernels are exactly 0.
    public let zeroCount: Int
    /// How many weights the kernels have.
    public let weightCount: Int
  }

  /// Each variant's trial, or why it could not be trained: a rate that diverges is a result too.
  public typealias Outcome = Result<Trial, NetworkError>

  /// Inputs `[N, inputShape]` and their targets.
  public let examples: Examples
  /// The numbers of the training examples.
  public let rows: [Int32]
  /// The numbers of the validation examples; may be empty.
  public let validationRows: [Int32]

  /// A comparison on these examples.
  public init(examples: Examples, rows: [Int32], validationRows: [Int32]) {
    self.examples = examples
    self.rows = rows
    self.validationRows = validationRows
  }

  /// Trains all variants, one network a thread, and gives their outcomes in the order of the
  /// variants; no outcome depends on the number of threads. None where it was interrupted.
  public func run(
    _ variants: [Variant], pool: ThreadPool, isInterrupted: @escaping @Sendable () -> Bool,
    onTrial: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> [Outcome] {
    run(
      variants,
      IndependentTrainings(pool: pool, isInterrupted: isInterrupted, onDone: onTrial))
  }

  /// As ``run(_:pool:isInterrupted:onTrial:)``, with trainings that tell more of themselves.
  public func run(_ variants: [Variant], _ trainings: IndependentTrainings) -> [Outcome] {
    let outcomes = trainings.outcomes(count: variants.count) {
      (index, control) throws(NetworkError) in try trial(variants[index], control)
    }
    return outcomes ?? []
  }

  private func trial(
    _ variant: Variant, _ control: TrainingControl
  ) throws(NetworkError) -> Trial {
    let rows = variant.rows ?? rows
    let examples = try variant.seen(examples)
    let result = try Trainer(
      network: variant.network, examples: examples, trainingRows: rows,
      validationRows: validationRows, settings: variant.settings
    ).result(control: control)
    let training = try result.network.evaluate(examples, rows: rows, pool: control.pool)
    let validation =
      validationRows.isEmpty
      ? nil
      : try result.network.evaluate(
        examples, rows: validationRows, pool: control.pool)
    let weights = result.network.parameters.flatMap { $0["kernel"]?.elements ?? [] }
    return Trial(
      label: variant.label, settings: variant.settings, rows: rows,
      scaling: variant.scaling, result: result,
      training: training, validation: validation,
      weightNorm: weights.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot(),
      zeroCount: weights.count { $0 == 0 }, weightCount: weights.count)
  }
}
