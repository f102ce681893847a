import Networks
import Testing

@Suite("Decisions by a threshold")
struct DecisionTests {
  private static let outputs = [0.1, 0.3, 0.35, 0.5, 0.7, 0.9]
  private static let truths: [Int32] = [0, 1, 0, 1, 0, 1]
  private static let predictions = ClassPredictions(
    outputs: outputs, truths: truths, classCount: 2)

  /// numpy: `(np.array(outputs) >= t).astype(int)`, and for class 0 `1 - (1 - outputs >= t)`.
  @Test(
    "are for the positive class from the threshold on",
    arguments: [
      (1, 0.0, [1, 1, 1, 1, 1, 1]), (1, 0.3, [0, 1, 1, 1, 1, 1]), (1, 0.5, [0, 0, 0, 1, 1, 1]),
      (1, 0.8, [0, 0, 0, 0, 0, 1]), (1, 1.0, [0, 0, 0, 0, 0, 0]), (0, 0.0, [0, 0, 0, 0, 0, 0]),
      (0, 0.5, [0, 0, 0, 0, 1, 1]), (0, 0.6, [0, 0, 0, 1, 1, 1]), (0, 0.95, [1, 1, 1, 1, 1, 1]),
    ] as [(Int, Double, [Int32])])
  func decided(positive: Int, threshold: Double, expected: [Int32]) {
    let decided = Self.predictions.deciding(for: positive, from: threshold)
    #expect(decided.predicted == expected)
    #expect(decided.scores == Self.predictions.scores)
    #expect(decided.logLoss == Self.predictions.logLoss)
    let right = zip(expected, Self.truths).count { $0 == $1 }
    #expect(decided.confusion.correctCount == right)
  }

  @Test("of two outputs are those of one")
  func twoOutputs() {
    let two = ClassPredictions(
      outputs: Self.outputs.flatMap { [1 - $0, $0] }, truths: Self.truths, classCount: 2)
    for threshold in [0, 0.2, 0.35, 0.5, 0.75, 1] {
      for positive in 0...1 {
        #expect(
          two.deciding(for: positive, from: threshold).predicted
            == Self.predictions.deciding(for: positive, from: threshold).predicted)
      }
    }
  }

  @Test("find no fewer of the class as the threshold falls")
  func monotone() {
    for positive in 0...1 {
      var last = 0
      for step in stride(from: 20, through: 0, by: -1) {
        let decided = Self.predictions.deciding(for: positive, from: Double(step) / 20)
        let found = decided.predicted.count { Int($0) == positive }
        #expect(found >= last)
        last = found
      }
      #expect(last == Self.truths.count)
    }
  }

  @Test("for one example are those for many")
  func oneExample() {
    for output in Self.outputs {
      for positive in 0...1 {
        for threshold in [0, 0.3, 0.5, 0.8, 1] {
          let one = ClassPredictions(outputs: [Double(Float(output))], truths: [0], classCount: 2)
          let many = one.deciding(for: positive, from: threshold)
          let outputs = [Float(output)]
          let choice = LikeliestClass(
            of: outputs[...], decidingFor: positive, from: threshold)
          #expect(Int32(choice.index) == many.predicted[0])
          #expect(choice.probability == many.confidence(0))
        }
      }
    }
  }
}
