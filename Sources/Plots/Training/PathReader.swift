import Charts
import Commands
import Language
import Networks
import TensorEngine
import Tuning
import Workbench

/// Finds the way of a training, by training again.
enum PathReader {
  /// The most places that are kept.
  private static let mostPlaces = 64
  /// The most numbers of places that are kept: 256 MiB of them. The two directions of the plane,
  /// in double precision, take the room of four to six places more.
  private static let mostNumbers = 1 << 26

  /// The way of the training of a network.
  ///
  /// - Throws: a `Diagnostic` for a network of which not even three places could be kept.
  static func path(
    of hand: NetworkInHand, on data: DataInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> TrainingPath {
    guard let last = hand.history.last else {
      return TrainingPath(hand.hasLearned ? .foreignWeights : .untrained)
    }
    let weights = hand.network.trainableParameterCount
    let most = min(mostPlaces, mostNumbers / max(1, weights))
    guard most >= 3 else {
      throw Diagnostic(
        "the way of \(NumberText.count(weights)) weights does not fit into memory: three places of "
          + "it are more than \(NumberText.count(mostNumbers)) numbers",
        at: arguments.command.range, hints: ["a smaller network has a surface"])
    }
    let every = max(1, (hand.history.records.count + most - 2) / (most - 1))
    let now = hand.network.trainedValues
    var epochNow: Int?
    do {
      let kept = try SideTraining.again(hand, on: data, execution, arguments) {
        (record, network) throws(Diagnostic) -> [Float]? in
        let values = network.trainedValues
        if values == now { epochNow = record.epoch }
        return record.epoch % every == 0 || record.epoch == last.epoch ? values : nil
      }
      var places = [
        TrainingPath.Place(
          epoch: 0, values: SideTraining.start(of: hand, execution.settings.pool).trainedValues)
      ]
      for (index, values) in kept.enumerated() {
        if let values { places.append(TrainingPath.Place(epoch: index + 1, values: values)) }
      }
      return TrainingPath(places, every: every, epochNow: epochNow)
    } catch {
      if WorkAllowance.current.isExceeded { throw error }
      return TrainingPath(.unrepeatable, every: every)
    }
  }
}
