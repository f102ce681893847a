import Datasets
import Language
import Networks
import TensorEngine
import Tuning

/// All that a session knows, as one value: a command maps it to a new one, and undo keeps the
/// old one.
public struct SessionState: Sendable {
  /// The seed of every random stream.
  var seed: UInt64
  /// How many significant digits `print` shows.
  var digits = 6
  var bindings = Bindings()
  var data: DataInHand?
  /// The networks, in the order in which they were made.
  private(set) var networks: [NetworkInHand] = []
  private var currentIndex: Int?
  /// Every training, in order.
  var runs: [RunRecord] = []

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
  var network: Network
  /// The epochs of all trainings since the weights were drawn.
  var history = History()
  /// The settings of the last training, which a comparison starts from.
  var settings: TrainingSettings?
  /// What the data was like that it learned from; known of a network that was loaded.
  var preparation: Preparation?

  var name: String { network.name }

  /// Whether any layer has learned something that drawing anew would lose.
  var hasLearned: Bool { network.parameters.contains { $0.isLearned } }
}
