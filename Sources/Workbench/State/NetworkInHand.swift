package import Networks

/// A network with the story of its trainings.
package struct NetworkInHand: Sendable {
  /// The network; whatever changes it lets the batch in hand and an unfinished run go.
  package var network: Network {
    didSet {
      letGo()
      unfinished = nil
    }
  }
  /// The epochs of all trainings since the weights were drawn.
  package var history = History()
  /// The settings of the last training, which a comparison starts from.
  package var settings: TrainingSettings?
  /// What the data was like that it learned from; nil before it has learned.
  package var preparation: Preparation?
  /// Where its weights come from.
  package var origin: WeightOrigin
  /// How far a training under ``settings`` had come that a checkpoint has kept; whatever changes
  /// the network lets it go.
  package private(set) var unfinished: UnfinishedRun?
  /// The batch that is taken through the network by hand; whatever else changes the network or
  /// the data lets it go.
  package private(set) var batch: BatchInHand?
  /// The batches of the coming epoch that were taken by hand.
  package private(set) var batchesTaken = 0
  /// What those batches were like.
  package private(set) var sums = EpochSums()

  /// Takes a network in hand, with its story where it has one.
  /// - Parameter origin: Where its weights come from; nil for what the preparation says of those that
  ///   were learned.
  package init(
    network: Network, history: History = History(), settings: TrainingSettings? = nil,
    preparation: Preparation? = nil, unfinished: UnfinishedRun? = nil,
    origin: WeightOrigin? = nil
  ) {
    self.network = network
    self.history = history
    self.settings = settings
    self.preparation = preparation
    self.unfinished = unfinished
    // In hand it is the origin that tells.
    self.preparation?.division = nil
    let hasLearned = network.parameters.contains { $0.isLearned }
    self.origin =
      origin ?? (hasLearned ? preparation?.division.map { .trained(on: $0) } ?? .elsewhere : .drawn)
  }

  /// The name by which `use` takes it up again.
  package var name: String { network.name }

  /// Takes up a batch, or one that went further.
  package mutating func take(_ batch: BatchInHand) { self.batch = batch }

  /// The network after a step by hand: the batch stays in hand, and the next one comes next.
  package mutating func step(to step: HandStep, with batch: BatchInHand) {
    let taken = batch.number == nil ? batchesTaken : batchesTaken + 1
    network = step.network
    batchesTaken = step.record == nil ? taken : 0
    sums = step.sums
    if let record = step.record { history.records.append(record) }
    self.batch = batch
  }

  mutating func letGo() {
    batch = nil
    batchesTaken = 0
    sums = EpochSums()
  }

  /// Whether any layer has learned something that drawing anew would lose.
  package var hasLearned: Bool { network.parameters.contains { $0.isLearned } }
}
