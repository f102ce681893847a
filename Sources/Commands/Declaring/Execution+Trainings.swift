package import Language
package import Networks
import Synchronization
import TensorEngine
package import Tuning
package import Workbench

extension Execution {
  /// What comes of some variants that are trained side by side; none where they were interrupted.
  package func outcomes(
    of variants: [Comparison.Variant], on data: DataInHand
  ) -> [Comparison.Outcome]? {
    let comparison = Comparison(
      examples: data.examples, rows: data.rows(of: .training),
      validationRows: data.rows(of: .validation))
    let outcomes = comparison.run(
      variants,
      trainings(
        of: variants.count, epochs: variants.reduce(0) { $0 &+ $1.settings.epochs },
        seconds: comparison.seconds(of: variants)))
    return control.isInterrupted() ? nil : outcomes
  }

  /// Asks for the memory of some networks that are kept until all of them are trained: their first
  /// weights, what was learned, and two numbers for each weight that an optimizer may keep.
  ///
  /// - Throws: a `Diagnostic` where there is not so much.
  package func requireMemory(
    for networks: [Network], times: Int, _ arguments: Arguments
  ) throws(Diagnostic) {
    let bytes = networks.reduce(0) {
      MemoryBudget.sum($0, MemoryBudget.bytes(of: Float.self, $1.parameterCount, times, 4))
    }
    do throws(MemoryShortage) {
      try MemoryBudget.current.require(bytes, for: .networks)
    } catch {
      throw Wording.diagnostic(for: error, at: arguments.command.range)
    }
  }

  /// The threads of the session for a study.
  package func trainings(of study: RepeatedTrainings) -> IndependentTrainings {
    trainings(of: study.count, epochs: study.epochs, seconds: study.seconds)
  }

  /// The threads of the session for so many trainings, which tell how far they are. How many there
  /// are to come, and how much work that is, is told before the first of them begins.
  ///
  /// - Parameter seconds: What they take on one thread, as ``TrainingEffort`` reckons it; nil where
  ///   nobody knows.
  package func trainings(of count: Int, epochs: Int, seconds: Double? = nil) -> IndependentTrainings
  {
    let control = control
    let done = Counter()
    let threads = max(1, min(settings.threads, count))
    if let seconds { control.report(.effort(seconds: seconds / Double(threads))) }
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
