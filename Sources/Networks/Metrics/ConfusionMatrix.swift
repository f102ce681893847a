/// How often each class was taken for which: rows are the true classes, columns the predicted
/// ones, as in scikit-learn.
public struct ConfusionMatrix: Hashable, Sendable {
  /// How many classes there are, the rows and the columns.
  public let classCount: Int
  /// The counts, row after row: `[classCount, classCount]`.
  public private(set) var counts: [Int]

  /// Counts pairs of a true and a predicted class.
  ///
  /// - Parameters:
  ///   - truths: The true class of each example, in `0 ..< classCount`.
  ///   - predicted: The predicted ones, in the same order; pairs outside the classes are left out.
  ///   - classCount: How many classes there are.
  public init(truths: [Int32], predicted: [Int32], classCount: Int) {
    self.classCount = classCount
    counts = [Int](repeating: 0, count: classCount * classCount)
    let classes = 0..<Int32(clamping: classCount)
    for (truth, guess) in zip(truths, predicted)
    where classes.contains(truth) && classes.contains(guess) {
      counts[Int(truth) * classCount + Int(guess)] += 1
    }
  }

  /// How many examples of class `truth` were predicted to be of class `predicted`.
  public subscript(truth: Int, predicted: Int) -> Int { counts[truth * classCount + predicted] }

  /// The number of examples.
  public var total: Int { counts.reduce(0, +) }

  /// How many were right: the diagonal.
  public var correctCount: Int { (0..<classCount).reduce(0) { $0 + self[$1, $1] } }

  /// How many examples are of a class, its support: the sum of its row.
  public func count(of truth: Int) -> Int {
    (0..<classCount).reduce(0) { $0 + self[truth, $1] }
  }

  /// How many were predicted to be of a class: the sum of its column.
  public func count(predicted: Int) -> Int {
    (0..<classCount).reduce(0) { $0 + self[$1, predicted] }
  }

  /// The fraction of right classes; 0 without examples.
  public var accuracy: Double { Double(correctCount) / Double(max(1, total)) }

  /// Of those predicted to be of a class, the fraction that is.
  public func precision(of index: Int) -> MetricValue {
    .ratio(
      Double(self[index, index]), Double(count(predicted: index)), gap: .nothingPredicted(index))
  }

  /// Of those of a class, the fraction that was found.
  public func recall(of index: Int) -> MetricValue {
    .ratio(Double(self[index, index]), Double(count(of: index)), gap: .nothingIs(index))
  }

  /// The harmonic mean of precision and recall: 2 · hits / (2 · hits + wrong + missed).
  public func f1(of index: Int) -> MetricValue { fScore(of: index, beta: 1) }

  /// The mean of precision and recall in which recall counts β² times as much.
  ///
  ///     F = (1 + β²) hits / ((1 + β²) hits + β² missed + wrong)
  public func fScore(of index: Int, beta: Double) -> MetricValue {
    let hits = Double(self[index, index])
    let missed = Double(count(of: index)) - hits
    let wrong = Double(count(predicted: index)) - hits
    let square = beta * beta
    let weighted = (1 + square) * hits
    return .ratio(weighted, weighted + square * missed + wrong, gap: .neither(index))
  }

  /// The classes that occur, among the examples or the predictions.
  public var presentClasses: [Int] {
    (0..<classCount).filter { count(of: $0) + count(predicted: $0) > 0 }
  }

  /// How the numbers of the classes become one.
  public enum Average: Sendable {
    /// Every class that occurs counts alike.
    case macro
    /// Every class counts by how many examples it has.
    case weighted
  }

  /// The average over the classes that occur; the gap is the first one.
  public func average(
    _ average: Average, _ metric: (ConfusionMatrix, Int) -> MetricValue
  ) -> MetricValue {
    var sum = 0.0
    var weights = 0.0
    var gap: MetricGap?
    for index in presentClasses {
      let value = metric(self, index)
      let weight = average == .macro ? 1 : Double(count(of: index))
      sum += weight * value.value
      weights += weight
      if gap == nil { gap = value.gap }
    }
    return MetricValue(weights == 0 ? 0 : sum / weights, gap: gap)
  }

  /// The mean recall of the classes that have examples.
  public var balancedAccuracy: Double {
    let classes = (0..<classCount).filter { count(of: $0) > 0 }
    return classes.reduce(0) { $0 + recall(of: $1).value } / Double(max(1, classes.count))
  }

  /// Matthews's correlation of truths and predictions, -1 to 1; 0 where either is constant.
  public var matthewsCorrelation: Double {
    let total = Double(self.total)
    var agreement = Double(correctCount) * total
    var (trueSquares, predictedSquares) = (total * total, total * total)
    for index in 0..<classCount {
      let (truths, guesses) = (Double(count(of: index)), Double(count(predicted: index)))
      agreement -= truths * guesses
      trueSquares -= truths * truths
      predictedSquares -= guesses * guesses
    }
    let product = trueSquares * predictedSquares
    return product > 0 ? agreement / product.squareRoot() : 0
  }

  /// Cohen's κ: how far the accuracy is above that of chance, 1 at most; 0 where chance explains
  /// everything.
  public var cohenKappa: Double {
    let total = Double(max(1, self.total))
    let chance = (0..<classCount).reduce(0) {
      $0 + Double(count(of: $1)) / total * Double(count(predicted: $1)) / total
    }
    return chance < 1 ? (accuracy - chance) / (1 - chance) : 0
  }
}
