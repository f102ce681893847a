/// The way of a training through the space of the parameters.
package struct TrainingPath: Sendable {
  /// The parameters after an epoch; 0 is the start.
  package struct Place: Sendable {
    /// How many epochs the training had behind it.
    package let epoch: Int
    /// All trained parameters, layer by layer, as ``Network/trainedValues`` has them.
    package let values: [Float]

    /// Takes parameters as ``Network/trainedValues`` has them.
    package init(epoch: Int, values: [Float]) {
      self.epoch = epoch
      self.values = values
    }
  }

  /// Why there is no path.
  package enum Absence: Sendable {
    /// The network has not been trained.
    case untrained
    /// Its weights come from elsewhere.
    case foreignWeights
    /// Its training does not come to the same epochs again.
    case unrepeatable
  }

  /// The places, from the start to the last epoch; none without a path.
  package let places: [Place]
  /// Every so many epochs are kept.
  package let every: Int
  /// The epoch that the network's weights are those of, which an early stop may have gone back to;
  /// nil where they are those of no epoch.
  package let epochNow: Int?
  /// Why there is none.
  package let absence: Absence?

  /// Makes it of its places.
  package init(_ places: [Place], every: Int, epochNow: Int?) {
    self.places = places
    self.every = every
    self.epochNow = epochNow
    absence = nil
  }

  /// A training without a path.
  package init(_ absence: Absence, every: Int = 1) {
    places = []
    self.every = every
    epochNow = nil
    self.absence = absence
  }
}
