package import Networks
package import TensorEngine

/// A training whose figures on the examples no one has worked out: a network as it was at the end,
/// and the examples. Whenever they are worked out, they are the same.
package struct UnmeasuredRun: Equatable, Sendable {
  private let network: Network
  private let examples: Examples
  let trainingRows: [Int32]
  private let validationRows: [Int32]

  /// Keeps what it takes to work the figures out.
  ///
  /// - Parameter validationRows: May be empty, as `trainingRows` may.
  package init(
    _ network: Network, on examples: Examples, trainingRows: [Int32], validationRows: [Int32]
  ) {
    self.network = network
    self.examples = examples
    self.trainingRows = trainingRows
    self.validationRows = validationRows
  }

  /// How the network does on the training and the validation examples; nil where there are none.
  ///
  /// - Throws: As ``Network/evaluate(_:rows:loss:settings:penalty:pool:kernels:)``.
  func evaluations(
    _ pool: ThreadPool?
  ) throws(NetworkError) -> (training: Evaluation?, validation: Evaluation?) {
    (try evaluation(trainingRows, pool), try evaluation(validationRows, pool))
  }

  private func evaluation(
    _ rows: [Int32], _ pool: ThreadPool?
  ) throws(NetworkError) -> Evaluation? {
    rows.isEmpty ? nil : try network.evaluate(examples, rows: rows, pool: pool)
  }
}
