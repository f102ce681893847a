import Datasets
import Language
import Networks
import TensorEngine
import Tuning

/// All that a session knows, as one value: a command maps it to a new one, and undo keeps the
/// old one.
package struct SessionState: Sendable {
  /// The seed of every random stream.
  var seed: UInt64
  /// How many significant digits `print` shows.
  var digits = 6
  var bindings = Bindings()
  var data: DataInHand? {
    didSet { for index in networks.indices { networks[index].letGo() } }
  }
  /// The networks, in the order in which they were made.
  private(set) var networks: [NetworkInHand] = []
  private var currentIndex: Int?
  /// What is asked after every epoch of a training: `when`.
  var rules: [TrainingRule] = []
  /// The trainings, and the variants of comparisons, in order.
  var runs = RunList()

  init(seed: UInt64) {
    self.seed = seed
  }

  /// The network that commands work on.
  var network: NetworkInHand? {
    get { currentIndex.map { networks[$0] } }
    set {
      guard let newValue else { return }
      if let index = networks.firstIndex(where: { $0.name == newValue.name }) {
        networks[index] = newValue
        currentIndex = index
      } else {
        networks.append(newValue)
        currentIndex = networks.count - 1
      }
    }
  }
}

/// A network with the story of its trainings.
struct NetworkInHand: Sendable {
  var network: Network {
    didSet {
      letGo()
      unfinished = nil
    }
  }
  /// The epochs of all trainings since the weights were drawn.
  var history = History()
  /// The settings of the last training, which a comparison starts from.
  var settings: TrainingSettings?
  /// What the data was like that it learned from; nil before it has learned.
  var preparation: Preparation?
  /// How far a training under ``settings`` had come that a checkpoint has kept; whatever changes
  /// the network lets it go.
  private(set) var unfinished: UnfinishedRun?
  /// The batch that is taken through the network by hand; whatever else changes the network or
  /// the data lets it go.
  private(set) var batch: BatchInHand?
  /// The batches of the coming epoch that were taken by hand.
  private(set) var batchesTaken = 0
  /// What those batches were like.
  private(set) var sums = EpochSums()

  var name: String { network.name }

  /// Takes up a batch, or one that went further.
  mutating func take(_ batch: BatchInHand) { self.batch = batch }

  /// The network after a step by hand: the batch stays in hand, and the next one comes next.
  mutating func step(to step: HandStep, with batch: BatchInHand) {
    let taken = batch.number == nil ? batchesTaken : batchesTaken + 1
    network = step.network
    batchesTaken = step.record == nil ? taken : 0
    sums = step.sums
    if let record = step.record { history.records.append(record) }
    self.batch = batch
  }

  fileprivate mutating func letGo() {
    batch = nil
    batchesTaken = 0
    sums = EpochSums()
  }

  /// Whether any layer has learned something that drawing anew would lose.
  var hasLearned: Bool { network.parameters.contains { $0.isLearned } }
}
