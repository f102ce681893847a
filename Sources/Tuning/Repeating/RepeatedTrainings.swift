public import Networks
import Synchronization
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
      let (total, overflow) = sum.addingReportingOverflow(
        TrainingEffort.epochs(fit.variant.settings, rows: fit.training.count))
      return overflow ? Int.max : total
    }
  }

  /// Trains them all and judges them, one network a thread, and keeps the networks.
  ///
  /// - Returns: As ``run(_:)``.
  package func advances(
    _ trainings: IndependentTrainings
  ) -> [Result<[Fit.Advance], NetworkError>] {
    gathered(trainings) { (fit, control) throws(NetworkError) in
      try fit.advance(on: examples, control)
    }.compactMap(\.self)
  }

  /// Judges the networks as they are.
  ///
  /// - Returns: As ``run(_:)``.
  package func measured(_ trainings: IndependentTrainings) -> [Outcome] {
    gathered(trainings) { (fit, control) throws(NetworkError) in
      try fit.measured(on: examples, control)
    }.compactMap(\.self)
  }

  /// As ``run(_:)``, and keeps what was done before an interrupt.
  ///
  /// - Parameter told: Told of the scores of a variant when it is done, from any thread; they stand
  ///   in the order in which they came.
  /// - Returns: The outcomes in the order of the variants; nil for one of which a training was
  ///   interrupted.
  package func finished(
    _ trainings: IndependentTrainings, told: @Sendable ([Fit.Score]) -> Void = { _ in }
  ) -> [Outcome?] {
    let all = fits.flatMap { $0 }
    let owners = fits.indices.flatMap { [Int](repeating: $0, count: fits[$0].count) }
    let done = Mutex([[Fit.Score]](repeating: [], count: fits.count))
    let outcomes = trainings.finished(count: all.count) {
      (index, control) throws(NetworkError) in
      let score = try all[index].score(on: examples, control)
      let owner = owners[index]
      let scores = done.withLock { done in
        done[owner].append(score)
        return done[owner]
      }
      if scores.count == fits[owner].count { told(scores) }
      return score
    }
    return gathered(outcomes.values)
  }

  /// Trains them all, one network a thread.
  ///
  /// - Returns: The outcomes in the order of the variants, the same bits with any number of
  ///   threads; none where the whole was interrupted.
  public func run(_ trainings: IndependentTrainings) -> [Outcome] {
    gathered(trainings) { (fit, control) throws(NetworkError) in
      try fit.score(on: examples, control)
    }.compactMap(\.self)
  }

  /// What comes of each fit, by the variants; none where the whole was interrupted.
  private func gathered<Value: Sendable>(
    _ trainings: IndependentTrainings,
    _ body: @Sendable (Fit, TrainingControl) throws(NetworkError) -> Value
  ) -> [Result<[Value], NetworkError>?] {
    let all = fits.flatMap { $0 }
    let outcomes = trainings.outcomes(count: all.count) {
      (index, control) throws(NetworkError) in try body(all[index], control)
    }
    return outcomes.map { gathered($0) } ?? []
  }

  /// The outcomes by their variants, or the error of the first of each that failed; nil for one of
  /// which an outcome is missing.
  private func gathered<Value>(
    _ outcomes: [Result<Value, NetworkError>?]
  ) -> [Result<[Value], NetworkError>?] {
    var first = 0
    return fits.map { fits in
      defer { first += fits.count }
      let own = outcomes[first..<first + fits.count].compactMap(\.self)
      guard own.count == fits.count else { return nil }
      return Result { () throws(NetworkError) in
        var values: [Value] = []
        for outcome in own { values.append(try outcome.get()) }
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
