import Datasets
import Language
import Networks
import TensorEngine
package import Tuning

/// All that a session knows, as one value: a command maps it to a new one, and undo keeps the
/// old one.
package struct SessionState: Sendable {
  /// The seed of every random stream.
  package var seed: UInt64
  /// How many significant digits `print` shows.
  package var digits = 6
  /// The names that `let` and loops gave values to.
  package var bindings = Bindings()
  /// The data to work with; other data lets the batches in hand go.
  package var data: DataInHand? {
    didSet { for index in networks.indices { networks[index].letGo() } }
  }
  /// The networks, in the order in which they were made.
  package private(set) var networks: [NetworkInHand] = []
  private var currentIndex: Int?
  /// What is asked after every epoch of a training: `when`.
  package var rules: [TrainingRule] = []
  /// What the last `predict` of several examples came to; nil before there was one.
  package var predictions: PredictionsInHand?
  /// The trainings, and the variants of comparisons, in order.
  package var runs = RunList()
  /// The last search; nil before there was one.
  package var study: StudyInHand?
  /// The files that were saved so far.
  package var savedFiles = SavedFiles()

  /// How many bytes a session may hold, which `set memory` changes.
  package var memoryLimit = MemoryBudget.usual
  /// How many bytes the cells up to here hold, as ``bytes(notIn:)`` reckons them.
  package var heldBytes = 0

  /// The state before the first cell: no data, no network.
  package init(seed: UInt64) {
    self.seed = seed
  }

  /// The network that commands work on.
  package var network: NetworkInHand? {
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
