import Networks
import SeededRandom
import TensorEngine
import Testing

/// One of the 200 sets of `positive.py`, with what scikit-learn says of it.
private struct ScoredSet: Decodable {
  let number: UInt64
  let positive: Int
  let precision: Double
  let recall: Double
  let f1: Double
  let area: Double?
  let logLoss: Double

  init(from decoder: any Decoder) throws {
    var row = try decoder.unkeyedContainer()
    number = try row.decode(UInt64.self)
    positive = try row.decode(Int.self)
    precision = try row.decode(Double.self)
    recall = try row.decode(Double.self)
    f1 = try row.decode(Double.self)
    area = try row.decode(Double?.self)
    logLoss = try row.decode(Double.self)
  }

  /// The classes and the logits, drawn as the script draws them.
  var examples: (truths: [Int32], logits: [Float]) {
    var random = SeededGenerator(seed: number)
    let count = 4 + random.below(57)
    let share = 5 + random.below(91)
    let truths: [Int32] = (0..<count).map { _ in random.below(100) < share ? 1 : 0 }
    let logits = truths.map { truth in
      let logit = Float(2 * random.below(64) - 63) / 16 + Float(truth * 2 - 1) * 0.5
      return logit == 0 ? 0.0625 : logit
    }
    return (truths, logits)
  }
}

@Suite("The metrics of the positive class")
struct PositiveClassReferenceTests {
  private static let bound = 1e-6

  @Test("agree with scikit-learn on 200 random sets, by one sigmoid and by two softmax outputs")
  func reference() throws {
    let sets = try GoldenNumbers.decode([ScoredSet].self, from: "positive.json")
    #expect(sets.count == 200 && sets.contains { $0.positive == 0 })
    for set in sets {
      let (truths, logits) = set.examples
      let examples = try Examples(
        inputShape: [1], inputs: .floats(logits), targets: .classes(truths, count: 2))
      var sigmoid = try Samples.network([1], Dense(units: 1, activation: .sigmoid))
      try sigmoid.setParameter("kernel", ofLayer: 0, to: Tensor(shape: [1, 1], elements: [1]))
      var softmax = try Samples.network([1], Dense(units: 2, activation: .softmax))
      try softmax.setParameter(
        "kernel", ofLayer: 0, to: Tensor(shape: [1, 2], elements: [-0.5, 0.5]))
      for network in [sigmoid, softmax] {
        let rows = Samples.rows(0..<truths.count)
        let found = try #require(try network.classPredictions(examples, rows: rows))
        let values = ClassMetric.all.map {
          $0.value(of: found.confusion, positive: set.positive).value
        }
        for (value, expected) in zip(values, [set.precision, set.recall, set.f1]) {
          expectClose(value, expected, within: Self.bound, "set \(set.number)")
        }
        #expect((found.area == nil) == (set.area == nil))
        for area in [found.area, found.curve(of: set.positive).area] {
          expectClose(area ?? 0, set.area ?? 0, within: Self.bound, "AUC of set \(set.number)")
        }
        expectClose(found.logLoss, set.logLoss, within: Self.bound, "log loss of \(set.number)")
      }
    }
  }
}
