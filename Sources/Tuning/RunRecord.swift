package import Networks
package import TensorEngine

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
  /// How the network stood on the training examples at the end; `nil` until that is measured.
  package private(set) var training: Evaluation?
  /// How it stood on the validation examples; `nil` without them, and until that is measured.
  package private(set) var validation: Evaluation?
  /// What is to be measured; nil once it is.
  private var unmeasured: UnmeasuredRun?
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

  /// Makes a record whose figures are yet to be measured.
  package init(
    data: String, layers: [String], options: String, history: History, of run: UnmeasuredRun
  ) {
    self.init(
      data: data, examples: run.trainingRows.count, layers: layers, options: options,
      training: nil, validation: nil, history: history)
    unmeasured = run
  }

  /// Measures how the network stood at the end, unless that is known.
  ///
  /// - Throws: As ``Network/evaluate(_:rows:loss:settings:penalty:pool:kernels:)``; where the work of
  ///   the pool is called off, it is still to be measured.
  package mutating func measure(_ pool: ThreadPool?) throws(NetworkError) {
    guard let unmeasured else { return }
    (training, validation) = try unmeasured.evaluations(pool)
    self.unmeasured = nil
  }
}
