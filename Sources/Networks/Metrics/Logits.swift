import TensorEngine

/// What a sigmoid or a softmax makes probabilities of: `[N, K]`, row after row.
struct Logits {
  var values: [Double]
  /// N, the number of examples.
  var rowCount: Int
  /// Whether the K probabilities of a row sum to 1; else each is a sigmoid of its own.
  var isSoftmax: Bool

  private var width: Int { values.count / max(1, rowCount) }

  /// Whether the loss that reads these logits averages -log p of the true classes, and nothing else.
  var lossIsLogLoss: Bool { isSoftmax || width == 1 }

  /// log p of the class of each row, for one sigmoid that speaks for class 1, K sigmoids, and a
  /// softmax of K:
  ///
  ///     -log(1 + exp(∓z))        -log(1 + exp(-z_k))        z_k - log Σ exp z
  ///
  /// No probability is formed, and none is taken from 1, so that it is exact where p rounds to 0
  /// or 1.
  func logLikelihoods(of truths: [Int32]) -> [Double] {
    truths.indices.mapUntilCalledOff(else: 0) { row in
      let truth = truths[row]
      if width == 1 { return Self.logSigmoid(truth == 1 ? values[row] : -values[row]) }
      let logits = values[row * width..<(row + 1) * width]
      let own = logits[row * width + Int(truth)]
      guard isSoftmax else { return Self.logSigmoid(own) }
      let greatest = logits.max() ?? own
      let sum = logits.reduce(0) { $0 + ElementaryMath.exp($1 - greatest) }
      return own - greatest - ElementaryMath.log(sum)
    }
  }

  private static func logSigmoid(_ z: Double) -> Double {
    min(z, 0) - ElementaryMath.logOfOnePlus(ElementaryMath.exp(-z.magnitude))
  }
}
