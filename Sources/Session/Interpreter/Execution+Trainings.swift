import Networks
import Synchronization
import Tuning

extension Execution {
  /// The threads of the session for so many trainings, which tell how far they are. How many there
  /// are to come is told at once.
  func trainings(of count: Int, epochs: Int) -> IndependentTrainings {
    let control = control
    let done = Counter()
    control.report(.trainings(0, of: count, epochs: 0, ofEpochs: epochs, loss: nil))
    return IndependentTrainings(
      pool: settings.pool, isInterrupted: control.isInterrupted,
      onDone: { done.value.store($0, ordering: .relaxed) },
      onEpoch: { trained, record in
        control.report(
          .trainings(
            done.value.load(ordering: .relaxed), of: count, epochs: trained, ofEpochs: epochs,
            loss: record.loss))
      })
  }

  private final class Counter: Sendable {
    let value = Atomic(0)
  }
}
