import Charts
import Commands
import Language
import Networks
import Workbench

/// The way of a training, found by training again.
struct TrainingPath {
  /// The most places that are kept.
  private static let mostPlaces = 64
  /// The most numbers of places that are kept: 256 MiB of them. The two directions of the plane,
  /// in double precision, take the room of four to six places more.
  private static let mostNumbers = 1 << 26

  /// The parameters after some epochs; 0 is the start.
  private(set) var places: [(epoch: Int, values: [Float])] = []
  /// Every so many epochs are kept.
  private(set) var every = 1
  /// The epoch that the network's weights are those of, which an early stop may have gone back to;
  /// nil where they are those of no epoch.
  private(set) var epochNow: Int?
  /// Why there is none.
  private(set) var missing: String?

  /// - Throws: a `Diagnostic` for a network of which not even three places could be kept.
  init(
    of hand: NetworkInHand, on data: DataInHand, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    guard let last = hand.history.last else {
      missing =
        hand.hasLearned
        ? "its weights come from elsewhere" : "the network has not been trained"
      return
    }
    let weights = hand.network.trainableParameterCount
    let most = min(Self.mostPlaces, Self.mostNumbers / max(1, weights))
    guard most >= 3 else {
      throw Diagnostic(
        "the way of \(NumberText.count(weights)) weights does not fit into memory: three places of "
          + "it are more than \(NumberText.count(Self.mostNumbers)) numbers",
        at: arguments.command.range, hints: ["a smaller network has a surface"])
    }
    every = max(1, (hand.history.records.count + most - 2) / (most - 1))
    let every = every
    let now = hand.network.trainedValues
    var epochNow: Int?
    do {
      let kept = try SideTraining.again(hand, on: data, execution, arguments) {
        (record, network) throws(Diagnostic) -> [Float]? in
        let values = network.trainedValues
        if values == now { epochNow = record.epoch }
        return record.epoch % every == 0 || record.epoch == last.epoch ? values : nil
      }
      self.epochNow = epochNow
      places = [(0, SideTraining.start(of: hand).trainedValues)]
      for (index, values) in kept.enumerated() {
        if let values { places.append((index + 1, values)) }
      }
    } catch {
      missing =
        "its training can't be repeated: it was trained in several goes, or the data or the weights "
        + "changed since"
    }
  }
}
