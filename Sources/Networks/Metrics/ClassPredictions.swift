import TensorEngine

/// What a network answered for some examples of known classes, and all that is measured on it.
public struct ClassPredictions: Equatable, Sendable {
  /// How many classes there are, 2 or more where one output speaks for class 1.
  public let classCount: Int
  /// How much speaks for each class: `[N, classCount]`.
  public let scores: [Double]
  /// The true classes, `[N]`.
  public let truths: [Int32]
  /// The predicted classes, `[N]`: the first of the greatest scores, or what
  /// ``deciding(for:from:)`` makes of them.
  public private(set) var predicted: [Int32]
  /// Whether the scores are probabilities.
  public let areProbabilities: Bool
  /// log p of the true class of each example, `[N]`, 0 at most.
  public let logLikelihoods: [Double]
  /// The mean of -log p of the true class; 0 without examples.
  public let logLoss: Double

  /// Takes the outputs for scores, and the class with the greatest score for the prediction.
  ///
  /// - Parameters:
  ///   - outputs: What the network gave: one number a row, which speaks for class 1, or one for
  ///     each class.
  ///   - truths: The true classes.
  ///   - classCount: How many classes there are, 2 or more.
  ///   - threshold: A single output above this is class 1.
  ///   - areProbabilities: Whether the outputs are probabilities.
  ///   - logLikelihoods: log p of the true classes, where it is known better than from an output
  ///     that may have been rounded to 0 or 1; nil takes it from the outputs, p kept from 2⁻⁵² to
  ///     1 - 2⁻⁵² as scikit-learn does.
  ///   - logLoss: The mean of the negated log p, where it was measured; nil takes it from these.
  public init(
    outputs: [Double], truths: [Int32], classCount: Int, threshold: Double = 0.5,
    areProbabilities: Bool = true, logLikelihoods: [Double]? = nil, logLoss: Double? = nil
  ) {
    let isSingle = outputs.count == truths.count
    let classes = isSingle ? max(2, classCount) : classCount
    precondition(isSingle || outputs.count == truths.count * classes, "outputs of another width")
    self.classCount = classes
    self.truths = truths
    self.areProbabilities = areProbabilities
    // Both scores are the threshold where the output is.
    scores =
      isSingle ? Self.scores(of: outputs, threshold, classes: classes) : outputs
    let scores = scores
    predicted = stride(from: 0, to: scores.count, by: max(1, classes)).map { $0 }
      .mapUntilCalledOff(else: 0) { start in
        var best = start
        for index in start..<start + classes where scores[index] > scores[best] { best = index }
        return Int32(best - start)
      }
    let logs =
      logLikelihoods
      ?? truths.indices.mapUntilCalledOff(else: 0) { row in
        let p = scores[row * classes + Int(truths[row])]
        return ElementaryMath.log(min(max(p, 0x1p-52), 1 - 0x1p-52))
      }
    self.logLikelihoods = logs
    self.logLoss = logLoss ?? -logs.reduce(0, +) / Double(max(1, logs.count))
  }

  /// Two scores of each output, and none of the classes that have no output.
  private static func scores(
    of outputs: [Double], _ threshold: Double, classes: Int
  ) -> [Double] {
    var scores = [Double](repeating: -.infinity, count: outputs.count * classes)
    var watch = InterruptionWatch()
    for (row, output) in outputs.enumerated() {
      if watch.isAsked() { break }
      scores[row * classes] = 2 * threshold - output
      scores[row * classes + 1] = output
    }
    return scores
  }

  /// The same answers, decided by another threshold: an example is of the positive class where the
  /// probability of that is the threshold or more, and else of the other one.
  ///
  ///     predicted = positive if p(positive) >= threshold
  ///
  /// At 0.5 that is the likelier class; of two equal ones the positive class. The scores stay, so no
  /// curve over all thresholds and no likelihood changes.
  ///
  /// - Parameters:
  ///   - positive: One of the two classes, 0 or 1.
  ///   - threshold: From which score on, usually a probability.
  public func deciding(for positive: Int, from threshold: Double) -> ClassPredictions {
    precondition(classCount == 2 && (0...1).contains(positive), "one of two classes")
    var decided = self
    decided.predicted = (0..<count).map { row in
      Int32(score(row, positive) >= threshold ? positive : 1 - positive)
    }
    return decided
  }

  /// The number of examples.
  public var count: Int { truths.count }

  /// How often each class was taken for which.
  public var confusion: ConfusionMatrix {
    ConfusionMatrix(truths: truths, predicted: predicted, classCount: classCount)
  }

  /// The score of a class for an example.
  public func score(_ row: Int, _ index: Int) -> Double { scores[row * classCount + index] }

  /// The fraction of examples whose class is among the k greatest scores; among equal ones the
  /// lower class numbers come first. 0 without examples.
  public func topAccuracy(_ k: Int) -> Double {
    var hits = 0
    for row in 0..<count {
      let truth = Int(truths[row])
      let own = score(row, truth)
      var ahead = 0
      for index in 0..<classCount where index != truth {
        let other = score(row, index)
        if other > own || (other == own && index < truth) { ahead += 1 }
      }
      if ahead < k { hits += 1 }
    }
    return Double(hits) / Double(max(1, count))
  }

  /// The mean squared distance of the probability of class 1 from the truth, for two classes.
  public var brierScore: Double {
    let sum = truths.indices.reduce(0.0) { sum, row in
      let distance = score(row, 1) - (truths[row] == 1 ? 1 : 0)
      return sum + distance * distance
    }
    return sum / Double(max(1, count))
  }

  /// How far confidence and accuracy are apart, on average over bins of confidence.
  ///
  /// An example's confidence is its greatest probability; bin b holds those in
  /// ((b - 1) / bins, b / bins], and
  ///
  ///     ECE = Σ_b n_b / N · |accuracy_b - confidence_b|
  ///
  /// Source: Guo, Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks", 2017.
  public func calibrationError(bins: Int = 10) -> Double {
    calibration(bins: bins).reduce(0) { sum, bin in
      sum + Double(bin.count) / Double(max(1, count)) * abs(bin.accuracy - bin.confidence)
    }
  }

  /// The examples by confidence, in bins of equal width; bins without examples have zeros.
  public func calibration(bins: Int = 10) -> [CalibrationBin] {
    let bins = max(1, bins)
    var made = [CalibrationBin](repeating: CalibrationBin(), count: bins)
    for row in 0..<count {
      let confidence = confidence(row)
      let place = (confidence * Double(bins)).rounded(.up) - 1
      let bin = place.isFinite ? Int(min(max(place, 0), Double(bins - 1))) : 0
      made[bin].count += 1
      made[bin].confidence += confidence
      made[bin].accuracy += isRight(row) ? 1 : 0
    }
    for bin in made.indices where made[bin].count > 0 {
      made[bin].confidence /= Double(made[bin].count)
      made[bin].accuracy /= Double(made[bin].count)
    }
    return made
  }
}

/// The examples of similar confidence.
public struct CalibrationBin: Hashable, Sendable {
  /// How many examples the bin holds.
  public var count = 0
  /// The mean confidence.
  public var confidence = 0.0
  /// The fraction that was right.
  public var accuracy = 0.0
}
