public import Networks

/// One training as the list of runs keeps it.
public struct RunRecord: Equatable, Sendable {
  /// The name of the data set, and how many training examples there were.
  public let data: String
  public let examples: Int
  /// The layers of the network as they are typed.
  public let layers: [String]
  /// The options of the training as they were typed.
  public let options: String
  /// Where the network stood at the end; `nil` without that split.
  public let training: Evaluation?
  public let validation: Evaluation?

  public init(
    data: String, examples: Int, layers: [String], options: String, training: Evaluation?,
    validation: Evaluation?
  ) {
    self.data = data
    self.examples = examples
    self.layers = layers
    self.options = options
    self.training = training
    self.validation = validation
  }
}
