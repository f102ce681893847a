public import Networks
import Synchronization
public import TensorEngine

/// Many small networks at once: trainings that do not depend on each other, one a thread.
///
/// Each training stays on one thread from its first step to its last, so every outcome has the
/// bits that it has alone, and the outcomes come in the order in which they were asked for,
/// whatever thread was the first to be done.
///
/// It may be used from within a job of its own pool: the inner trainings then run one after the
/// other on the thread that asked for them.
public struct IndependentTrainings: Sendable {
  /// What came of one training: a training that diverges is a result too.
  public typealias Outcome<Value> = Result<Value, NetworkError>

  /// The threads.
  public let pool: ThreadPool
  /// Asked before every step of every training, from all threads.
  public let isInterrupted: @Sendable () -> Bool
  /// Told how many trainings are done, from all threads, each number once.
  public let onDone: @Sendable (Int) -> Void
  /// Told how many epochs are done in all, and of the latest, from all threads, each number once.
  public let onEpoch: @Sendable (Int, EpochRecord) -> Void

  /// What is known of the trainings by their indices; nil for nothing.
  public var known: KnownTrainings?

  /// Trainings on the threads of a pool.
  public init(
    pool: ThreadPool, isInterrupted: @escaping @Sendable () -> Bool = { false },
    onDone: @escaping @Sendable (Int) -> Void = { _ in },
    onEpoch: @escaping @Sendable (Int, EpochRecord) -> Void = { _, _ in }
  ) {
    self.pool = pool
    self.isInterrupted = isInterrupted
    self.onDone = onDone
    self.onEpoch = onEpoch
  }

  /// Does `body(index, control)` for each index in `0 ..< count`, and gives what came of each, in
  /// order; nil where the whole was interrupted.
  ///
  /// - Parameter body: One training. It hands its control to the trainer, and keeps to the
  ///   calling thread.
  public func outcomes<Value: Sendable>(
    count: Int,
    _ body: @Sendable (Int, TrainingControl) throws(NetworkError) -> Value
  ) -> [Outcome<Value>]? {
    let outcomes = finished(count: count, body)
    return outcomes.isInterrupted ? nil : outcomes.values.compactMap(\.self)
  }

  /// What came of those that were done before the whole was interrupted, in order; nil for those that
  /// were not.
  struct Finished<Value> {
    let values: [Outcome<Value>?]
    let isInterrupted: Bool
  }

  /// As ``outcomes(count:_:)``, and keeps what was done before an interrupt.
  func finished<Value: Sendable>(
    count: Int,
    _ body: @Sendable (Int, TrainingControl) throws(NetworkError) -> Value
  ) -> Finished<Value> {
    let progress = Progress()
    let (budget, allowance) = (MemoryBudget.current, WorkAllowance.$current)
    let outcomes = Mutex([Outcome<Value>?](repeating: nil, count: max(0, count)))
    // They begin in their order on any number of threads, so an interrupt leaves the first ones.
    pool.run(chunks: count) { _ in
      let index = progress.begun.add(1, ordering: .relaxed).oldValue
      if asks(progress) { return }
      var control = TrainingControl(
        pool: pool.alone, isInterrupted: { asks(progress) },
        onEpoch: { onEpoch(progress.epochs.add(1, ordering: .relaxed).newValue, $0) })
      if let known {
        control.known = { known.result(index, $0) }
        control.onResult = { known.keep(index, $0) }
      }
      // Their work was announced as a whole, and here may be the thread of the command.
      let outcome = allowance.withValue(.unlimited) {
        MemoryBudget.$current.withValue(budget) {
          Outcome { () throws(NetworkError) in try body(index, control) }
        }
      }
      // An interrupt ends a training as if it were done, and an evaluation as if it had failed.
      if asks(progress) { return }
      outcomes.withLock { $0[index] = outcome }
      onDone(progress.done.add(1, ordering: .relaxed).newValue)
    }
    return Finished(
      values: outcomes.withLock { $0 },
      isInterrupted: progress.isInterrupted.load(ordering: .acquiring))
  }

  /// As ``outcomes(count:_:)``, but one failure fails them all.
  ///
  /// - Throws: The error of the first training, in order, that fails; so it is the same one with
  ///   any number of threads. Trainings behind it may be left out.
  public func results<Value: Sendable>(
    count: Int,
    _ body: @Sendable (Int, TrainingControl) throws(NetworkError) -> Value
  ) throws(NetworkError) -> [Value]? {
    let firstFailure = Mutex(Int.max)
    let outcomes = outcomes(count: count) { (index, control) throws(NetworkError) -> Value? in
      if firstFailure.withLock({ $0 }) < index { return nil }
      do throws(NetworkError) {
        return try body(index, control)
      } catch {
        firstFailure.withLock { $0 = min($0, index) }
        throw error
      }
    }
    guard let outcomes else { return nil }
    var results: [Value] = []
    for outcome in outcomes {
      if let result = try outcome.get() { results.append(result) }
    }
    return results
  }

  /// Trains each of the trainers on one thread; nil where the whole was interrupted.
  public func train(_ trainers: [Trainer]) -> [Outcome<TrainingResult>]? {
    outcomes(count: trainers.count) { (index, control) throws(NetworkError) in
      try trainers[index].result(control: control)
    }
  }

  /// Whether to stop; once asked to, all stop.
  private func asks(_ progress: Progress) -> Bool {
    if progress.isInterrupted.load(ordering: .relaxed) { return true }
    guard isInterrupted() else { return false }
    progress.isInterrupted.store(true, ordering: .releasing)
    return true
  }

  /// What the threads share.
  private final class Progress: Sendable {
    let isInterrupted = Atomic(false)
    let begun = Atomic(0)
    let done = Atomic(0)
    let epochs = Atomic(0)
  }
}
