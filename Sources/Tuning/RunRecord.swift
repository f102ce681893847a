package import Networks

/// One training as the list of runs keeps it.
package struct RunRecord: Equatable, Sendable {
  /// The name of the data set.
  package let data: String
  /// How many training examples there were.
  package let examples: Int
  /// The layers of the network as they are typed.
  package let layers: [String]
  /// The options of the training as they were typed.
  package let options: String
  /// How the network stood on the training examples at the end.
  package let training: Evaluation?
  /// How it stood on the validation examples; `nil` without them.
  package let validation: Evaluation?
  /// Its epochs, in order; empty where its list has let them go.
  package internal(set) var history: History
  /// What a comparison changed, "l2=0.01"; nil for a training of the network in hand.
  package let variant: String?

  /// Makes a record.
  package init(
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
