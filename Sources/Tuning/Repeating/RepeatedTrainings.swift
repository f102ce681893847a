public import Networks
public import TensorEngine

/// Every variant several times over, each time on other rows, or from other first weights.
public struct RepeatedTrainings: Sendable {
  /// The scores of a variant's trainings in order, or the error of the first that failed.
  public typealias Outcome = Result<[Fit.Score], NetworkError>

  /// Inputs `[N, inputShape]` and their targets.
  public let examples: Examples
  /// The trainings of each variant.
  public let fits: [[Fit]]

  /// Trainings on these examples.
  public init(examples: Examples, fits: [[Fit]]) {
    self.examples = examples
    self.fits = fits
  }

  /// How many trainings there are.
  public var count: Int { fits.reduce(0) { $0 + $1.count } }

  /// How many epochs they have together, at the most.
  public var epochs: Int {
    fits.joined().reduce(0) { sum, fit in
      let (total, overflow) = sum.addingReportingOverflow(fit.variant.settings.epochs)
      return overflow ? Int.max : total
    }
  }

  /// Trains them all, one network a thread, and keeps the networks.
  ///
  /// - Returns: As ``run(_:)``.
  package func networks(
    _ trainings: IndependentTrainings
  ) -> [Result<[Fit.Outcome], NetworkError>] {
    let all = fits.flatMap { $0 }
    let outcomes = trainings.outcomes(count: all.count) {
      (index, control) throws(NetworkError) in try all[index].outcome(on: examples, control)
    }
    return gathered(outcomes)
  }

  /// Trains them all, one network a thread.
  ///
  /// - Returns: The outcomes in the order of the variants, the same bits with any number of
  ///   threads; none where the whole was interrupted.
  public func run(_ trainings: IndependentTrainings) -> [Outcome] {
    let all = fits.flatMap { $0 }
    let outcomes = trainings.outcomes(count: all.count) {
      (index, control) throws(NetworkError) in try all[index].score(on: examples, control)
    }
    return gathered(outcomes)
  }

  /// The outcomes by their variants, or the error of the first of each that failed.
  private func gathered<Value>(
    _ outcomes: [Result<Value, NetworkError>]?
  ) -> [Result<[Value], NetworkError>] {
    guard let outcomes else { return [] }
    var first = 0
    return fits.map { fits in
      defer { first += fits.count }
      return Result { () throws(NetworkError) in
        var values: [Value] = []
        for outcome in outcomes[first..<first + fits.count] { values.append(try outcome.get()) }
        return values
      }
    }
  }
}

extension Comparison.Variant {
  /// The same variant from other first weights, shuffles and dropout: start `number` of the
  /// network's seed, of which the first is the network's own.
  public func start(_ number: Int) -> Comparison.Variant {
    let seed = FreshStarts.seed(ofStart: number, from: network.seed)
    var variant = self
    variant.network.initialize(seed: seed)
    if number > 1 {
      variant.settings.seed = FreshStarts.seed(ofStart: number, from: settings.seed)
    }
    return variant
  }
}
