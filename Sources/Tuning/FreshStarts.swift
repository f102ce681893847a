package import Networks
package import TensorEngine

/// Random restarts in the old sense: the same training from several first weights, of which the
/// best outcome is kept.
///
/// Start 1 has the weights that the network's own seed draws. The seed of start k is drawn from the
/// stream "restart k" of that seed. Shuffles and dropout are the same for all starts, so that
/// nothing but the first weights tells them apart.
package enum FreshStarts {
  /// The network as it is before each training: nothing learned, weights drawn anew.
  ///
  /// - Parameters:
  ///   - network: The network; what it learned is left out.
  ///   - count: How many starts; at least 1.
  ///   - pool: What may call the draws off, as ``Network/initialize(seed:pool:)`` says.
  package static func networks(
    from network: Network, count: Int, pool: ThreadPool? = nil
  ) -> [Network] {
    (1...max(1, count)).map { number in
      var start = network
      start.initialize(seed: seed(ofStart: number, from: network.seed), pool: pool)
      return start
    }
  }

  /// The seed of a start, from 1; that of the first is the seed itself.
  static func seed(ofStart number: Int, from seed: UInt64) -> UInt64 {
    if number <= 1 { return seed }
    let words = RandomStream(seed: seed, name: "restart \(number)").words(count: 2)
    return UInt64(words[0]) << 32 | UInt64(words[1])
  }

  /// What a start is judged by: the data loss on the validation examples, or without them on the
  /// training examples.
  package static func score(of trial: Comparison.Trial) -> Double {
    (trial.validation ?? trial.training).dataLoss
  }

  /// The index of the outcome with the lowest score, the first of equals; nil if all of them
  /// failed.
  package static func best(of outcomes: [Comparison.Outcome]) -> Int? {
    var best: (index: Int, score: Double)?
    for (index, outcome) in outcomes.enumerated() {
      guard case .success(let trial) = outcome else { continue }
      let score = score(of: trial)
      if score < best?.score ?? .infinity { best = (index, score) }
    }
    return best?.index
  }
}
