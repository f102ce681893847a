public import Networks

/// One training as the list of runs keeps it.
public struct RunRecord: Equatable, Sendable {
  /// The name of the data set.
  public let data: String
  /// How many training examples there were.
  public let examples: Int
  /// The layers of the network as they are typed.
  public let layers: [String]
  /// The options of the training as they were typed.
  public let options: String
  /// How the network stood on the training examples at the end.
  public let training: Evaluation?
  /// How it stood on the validation examples; `nil` without them.
  public let validation: Evaluation?
  /// Its epochs, in order; empty where its list has let them go.
  public internal(set) var history: History
  /// What a comparison changed, "l2=0.01"; nil for a training of the network in hand.
  public let variant: String?

  /// Makes a record.
  public init(
    data: String, examples: Int, layers: [String], options: String, training: Evaluation?,
    validation: Evaluation?, history: History = History(), variant: String? = nil
  ) {
    self.data = data
    self.examples = examples
    self.layers = layers
    self.options = options
    self.training = training
    self.validation = validation
    self.history = history
    self.variant = variant
  }
}
