package import Language
package import Networks
import Synchronization
package import TensorEngine
package import Tuning
package import Workbench

extension Execution {
  /// What comes of some variants that are trained side by side; none where they were interrupted.
  ///
  /// - Throws: a `Diagnostic` where that is more work than may be done.
  package func outcomes(
    of variants: [Comparison.Variant], on data: DataInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> [Comparison.Outcome]? {
    let comparison = Comparison(
      examples: data.examples, rows: data.rows(of: .training),
      validationRows: data.rows(of: .validation))
    let plan = plan(
      of: comparison.work(of: variants), fits: variants.count,
      epochs: variants.reduce(0) { sum, variant in
        let rows = (variant.rows ?? comparison.rows).count
        return sum &+ TrainingEffort.epochs(variant.settings, rows: rows)
      })
    try require(plan, arguments)
    let outcomes = comparison.run(variants, trainings(of: plan))
    return control.isInterrupted() ? nil : outcomes
  }

  /// About how many bytes a training takes beside the weights of its network, and each of its layers.
  private static let bytesBesideWeights = (ofTraining: 2048, ofLayer: 1024)

  /// Asks for the memory of some networks that are kept until all of them are trained: their first
  /// weights, what was learned, and two numbers for each weight that an optimizer may keep.
  ///
  /// - Parameter rows: How many numbers each training has of its own: the rows that it learns from, and
  ///   the answers that are kept of it.
  /// - Throws: a `Diagnostic` where there is not so much.
  package func requireMemory(
    for networks: [Network], times: Int, rows: Int = 0, _ arguments: Arguments
  ) throws(Diagnostic) {
    let own = Self.bytesBesideWeights
    let bytes = networks.reduce(0) { sum, network in
      let others = own.ofTraining + own.ofLayer * network.layers.count
      return MemoryBudget.sum(
        sum, MemoryBudget.bytes(of: Float.self, network.parameterCount, times, 4),
        MemoryBudget.bytes(of: Int32.self, rows, times),
        MemoryBudget.bytes(of: UInt8.self, others, times))
    }
    do throws(MemoryShortage) {
      try MemoryBudget.current.require(bytes, for: .networks)
    } catch {
      throw Wording.diagnostic(for: error, at: arguments.command.range)
    }
  }

  /// The threads of the session for a study.
  ///
  /// - Throws: a `Diagnostic` where it is more work than may be done.
  package func trainings(
    of study: RepeatedTrainings, _ arguments: Arguments
  ) throws(Diagnostic) -> IndependentTrainings {
    let plan = plan(of: study.work, fits: study.count, epochs: study.epochs)
    try require(plan, arguments)
    return trainings(of: plan)
  }

  /// So many trainings on the threads of the session.
  package func plan(of work: Work, fits: Int, epochs: Int) -> WorkPlan {
    WorkPlan(work, fits: fits, epochs: epochs, lanes: max(1, min(settings.threads, fits)))
  }

  /// The threads of the session for some trainings, which tell how far they are. How many there are to
  /// come, and how much work that is, is told before the first of them begins.
  private func trainings(of plan: WorkPlan) -> IndependentTrainings {
    control.report(.effort(seconds: plan.nominalSeconds))
    var trainings = trainings(of: plan, after: 0, epochs: 0)
    trainings.known = settings.recall?.batch(of: plan.fits).map { batch in
      KnownTrainings(
        result: { batch.result(ofTraining: $0, of: $1) }, keep: { batch.keep($1, ofTraining: $0) })
    }
    return trainings
  }

  /// The threads of the session for a part of some trainings, whose work was told before.
  ///
  /// - Parameters:
  ///   - fits: How many of the trainings are done.
  ///   - epochs: How many epochs these had together.
  package func trainings(
    of plan: WorkPlan, after fits: Int, epochs: Int
  ) -> IndependentTrainings {
    let control = control
    let done = Counter()
    let (count, allEpochs) = (plan.fits, plan.epochs)
    control.report(.trainings(fits, of: count, epochs: epochs, ofEpochs: allEpochs, loss: nil))
    return IndependentTrainings(
      pool: settings.pool, isInterrupted: control.isInterrupted,
      onDone: { done.value.store($0, ordering: .relaxed) },
      onEpoch: { trained, record in
        control.report(
          .trainings(
            fits + done.value.load(ordering: .relaxed), of: count, epochs: epochs + trained,
            ofEpochs: allEpochs, loss: record.loss))
      })
  }

  private final class Counter: Sendable {
    let value = Atomic(0)
  }
}
