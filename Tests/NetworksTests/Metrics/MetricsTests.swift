import Networks
import TensorEngine
import Testing

@Suite("Metrics")
struct MetricsTests {
  @Test("where a class is missing are 0 and say what is missing")
  func gaps() {
    let none = ConfusionMatrix(truths: [0, 0, 1], predicted: [0, 0, 0], classCount: 3)
    #expect(none.precision(of: 1) == MetricValue(0, gap: .nothingPredicted(1)))
    #expect(none.recall(of: 2) == MetricValue(0, gap: .nothingIs(2)))
    #expect(none.f1(of: 2) == MetricValue(0, gap: .neither(2)))
    #expect(none.f1(of: 1) == MetricValue(0))
    // A class that occurs nowhere is left out of an average, as in scikit-learn.
    #expect(none.average(.macro) { $0.recall(of: $1) } == MetricValue(0.5))
    #expect(none.average(.macro) { $0.precision(of: $1) }.gap == .nothingPredicted(1))
  }

  @Test("of a ranking need both sides, and are not helped by ties")
  func ranking() {
    let onlyPositives = RankingCurve(scores: [0.2, 0.9], isPositive: [true, true])
    #expect(onlyPositives.area == nil)
    #expect(RankingCurve(scores: [], isPositive: []).area == nil)
    #expect(RankingCurve(scores: [], isPositive: []).averagePrecision == nil)
    let tied = RankingCurve(
      scores: [0.5, 0.5, 0.5, 0.5], isPositive: [true, false, true, false])
    #expect(tied.area == 0.5)
    #expect(tied.points.count == 2)
    let withNaN = RankingCurve(scores: [.nan, 1, 0], isPositive: [false, true, true])
    #expect(withNaN.area == 1)
  }

  @Test("of calibration: the gap of confidence and accuracy, bin by bin")
  func calibration() {
    // Two examples at 0.9, one right: |0.5 - 0.9|; two at 0.65, both right: |1 - 0.65|.
    let predictions = ClassPredictions(
      outputs: [0.9, 0.9, 0.35, 0.35], truths: [1, 0, 0, 0], classCount: 2)
    let expected = 0.5 * 0.4 + 0.5 * 0.35
    #expect(abs(predictions.calibrationError() - expected) < 1e-15)
    #expect(predictions.calibration().map(\.count) == [0, 0, 0, 0, 0, 0, 2, 0, 2, 0])
    // An edge belongs to the bin below it.
    let edge = ClassPredictions(outputs: [0.5, 1], truths: [0, 1], classCount: 2)
    #expect(edge.calibration(bins: 2).map(\.count) == [1, 1])
    #expect(
      ClassPredictions(outputs: [], truths: [], classCount: 2).calibrationError() == 0)
  }

  @Test("of k guesses count the lower class first among equal scores")
  func topK() {
    let predictions = ClassPredictions(
      outputs: [0.2, 0.4, 0.4, 0.4, 0.2, 0.4], truths: [2, 0], classCount: 3)
    #expect(predictions.predicted == [1, 0])
    #expect(predictions.topAccuracy(1) == 0.5)
    #expect(predictions.topAccuracy(2) == 1)
    #expect(predictions.topAccuracy(0) == 0)
  }

  @Test("stay finite where a probability is 0")
  func logLoss() {
    let predictions = ClassPredictions(outputs: [0, 1], truths: [1, 1], classCount: 2)
    #expect(abs(predictions.logLoss - 52 * 0.6931471805599453 / 2) < 1e-12)
  }

  @Test("of equal targets give R² 1 or 0 and say why")
  func constantTargets() {
    let perfect = NumberPredictions(outputs: [2, 2], targets: [2, 2])
    #expect(perfect.determination == MetricValue(1, gap: .constantTargets))
    let wrong = NumberPredictions(outputs: [2, 3], targets: [2, 2])
    #expect(wrong.determination == MetricValue(0, gap: .constantTargets))
    let none = NumberPredictions(outputs: [], targets: [])
    #expect(none.meanSquaredError == 0 && none.medianAbsoluteError == 0)
  }

  @Test("are measured on what the network answers", arguments: [Loss.binaryCrossEntropy, .hinge])
  func network(loss: Loss) throws {
    let examples = try Samples.circles(points: 40)
    let activation: Activation = loss == .hinge ? .linear : .sigmoid
    let network = try Trainer(
      network: Samples.network(
        [2], Dense(units: 8, activation: .tanh), Dense(units: 1, activation: activation)),
      examples: examples, trainingRows: Samples.rows(0..<40),
      settings: TrainingSettings(epochs: 20, optimizer: .adam(Adam(learningRate: 0.05)), loss: loss)
    ).run().network
    let rows = Samples.rows(0..<40)
    let predictions = try #require(try network.classPredictions(examples, rows: rows))
    let evaluation = try network.evaluate(examples)
    #expect(predictions.confusion.correctCount == evaluation.correctCount)
    #expect(predictions.predicted == (try network.predictClasses(examples)))
    #expect(predictions.areProbabilities == (loss == .binaryCrossEntropy))
    if loss == .binaryCrossEntropy {
      expectClose(predictions.logLoss, evaluation.dataLoss, within: 1e-5)
    }
    #expect(try network.numberPredictions(examples, rows: rows) == nil)
    #expect(throws: NetworkError.noExamples) {
      try network.classPredictions(examples, rows: [])
    }
  }
}
