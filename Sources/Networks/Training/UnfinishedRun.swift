import TensorEngine

/// How far a training run had come between two of its epochs: what going on with it needs beside
/// the network, which keeps the optimizer's memory and the position of the schedule.
///
/// Random numbers need nothing: each stream is named by the seed and the epoch or step it is for.
public struct UnfinishedRun: Equatable, Codable, Sendable {
  /// Why a run was over after an epoch that was not the last planned one.
  enum End: String, Codable, Sendable {
    case stoppedEarly, reachedTarget, ended
  }

  /// The epoch with the best value of what early stopping watches.
  struct BestEpoch: Equatable, Sendable {
    /// Its number over the network's life.
    var epoch: Int
    /// For each layer, its parameters after that epoch.
    var parameters: [[Tensor]]
  }

  /// The epochs of the run that were completed.
  public internal(set) var epochs: Int
  /// The steps of the run that were taken.
  public internal(set) var steps: Int
  /// The number of examples that it trained on.
  public internal(set) var examples: Int
  var watch: StoppingWatch?
  var best: BestEpoch?
  var end: End?

  /// Whether nothing is left to train.
  ///
  /// - Parameter planned: The epochs of the run's settings.
  public func isOver(planned: Int) -> Bool { end != nil || epochs >= planned }

  /// Whether the parameters of its best epoch are those of a network.
  func fits(_ network: Network) -> Bool {
    guard let best else { return true }
    return best.parameters.map { $0.map(\.shape) }
      == network.parameters.map { $0.tensors.map(\.shape) }
  }
}

/// What stands in the description of a run; parameters are tensors, which a file holds as such.
extension UnfinishedRun.BestEpoch: Codable {
  private enum CodingKeys: String, CodingKey {
    case epoch
  }

  init(from decoder: any Decoder) throws {
    epoch = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .epoch)
    parameters = []
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(epoch, forKey: .epoch)
  }
}
