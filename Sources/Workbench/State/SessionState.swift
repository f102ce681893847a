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
  private var work = Shared(WorkInHand())
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
}

/// What commands work on. States share it where a cell has changed none of it.
private struct WorkInHand: Sendable {
  var data: DataInHand?
  var networks: [NetworkInHand] = []
  var currentIndex: Int?
  var rules: [TrainingRule] = []
  var predictions: PredictionsInHand?
  var runs = RunList()
  var study: StudyInHand?

  mutating func takeUp(_ network: NetworkInHand) {
    if let index = networks.firstIndex(where: { $0.name == network.name }) {
      networks[index] = network
      currentIndex = index
    } else {
      networks.append(network)
      currentIndex = networks.count - 1
    }
  }
}

extension SessionState {
  /// The data to work with; other data lets the batches in hand go.
  package var data: DataInHand? {
    get { work.value.data }
    set {
      var changed = work.value
      changed.data = newValue
      for index in changed.networks.indices { changed.networks[index].letGo() }
      work = Shared(changed)
    }
  }

  /// How often the test split of its data was looked at; 0 where there are none.
  package var testLooks: Int { work.value.data?.testLooks ?? 0 }

  /// The networks, in the order in which they were made.
  package var networks: [NetworkInHand] { work.value.networks }

  /// What is asked after every epoch of a training: `when`.
  package var rules: [TrainingRule] {
    get { work.value.rules }
    set { work.value.rules = newValue }
  }

  /// What the last `predict` of several examples came to; nil before there was one.
  package var predictions: PredictionsInHand? {
    get { work.value.predictions }
    set { work.value.predictions = newValue }
  }

  /// The trainings, and the variants of comparisons, in order.
  package var runs: RunList {
    get { work.value.runs }
    set { work.value.runs = newValue }
  }

  /// The last search; nil before there was one.
  package var study: StudyInHand? {
    get { work.value.study }
    set { work.value.study = newValue }
  }

  /// The network that commands work on.
  package var network: NetworkInHand? {
    get { work.value.currentIndex.map { work.value.networks[$0] } }
    set {
      guard let newValue else { return }
      work.value.takeUp(newValue)
    }
  }

  /// Whether nothing but names, numbers and saved files can differ.
  func sharesWork(with other: SessionState) -> Bool { work.isOne(with: other.work) }
}
