import Datasets
import Networks
package import TensorEngine
import Tuning

/// What a state holds. Cells share what none of them has changed, so a cell holds what its state has
/// and the state before it has not; all cells together hold the sum.
extension SessionState {
  /// The storages of everything but the bindings.
  package var storages: StorageCount {
    var count = StorageCount()
    if let data {
      count.add(data.dataset)
      count.add(data.examples)
      count.add(data.split)
    }
    count.add(networks)
    for hand in networks {
      count.add(hand.network)
      count.add(hand.history)
      if let preparation = hand.preparation { count.add(preparation) }
      if let unfinished = hand.unfinished { count.add(unfinished) }
      if let batch = hand.batch { count.add(batch.pass) }
    }
    count.add(rules)
    if let predictions { count.add(predictions) }
    for number in runs.numbers { count.add(runs[number].history) }
    if let study { count.add(study) }
    return count
  }

  /// The bytes that this state holds beyond another one, whose storages are asked for where they matter.
  package func bytes(
    notIn other: SessionState, _ storages: @autoclosure () -> StorageCount
  ) -> Int {
    let work = sharesWork(with: other) ? 0 : self.storages.bytes(notIn: storages())
    return work + bindings.bytes(notIn: other.bindings)
  }
}

extension StorageCount {
  fileprivate mutating func add(_ study: StudyInHand) {
    count(study.start)
    add(study.options)
    add(study.methods)
    add(study.points)
    for point in study.points { add(point ?? []) }
    add(study.study.trials)
    for trial in study.study.trials {
      add(trial.changes)
      add(trial.measured?.judged ?? [])
      add(trial.measured?.learned ?? [])
      add(trial.curve)
    }
    for options in study.options { add(options) }
  }

  private mutating func count(_ hand: NetworkInHand) {
    add(hand.network)
    add(hand.history)
    if let preparation = hand.preparation { add(preparation) }
  }

  fileprivate mutating func add(_ predictions: PredictionsInHand) {
    add(predictions.numbers)
    add(predictions.columns)
    switch predictions.answers {
    case .classes(let classes, _):
      add(classes.scores)
      add(classes.truths)
      add(classes.predicted)
      add(classes.logLikelihoods)
    case .numbers(let numbers, _): add(numbers)
    }
  }
}
