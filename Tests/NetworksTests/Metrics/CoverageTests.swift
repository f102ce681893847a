import Networks
import Testing

@Suite("Coverage")
struct CoverageTests {
  /// Confidences 0.95, 0.9, 0.8, 0.8, 0.6, 0.55; right, right, wrong, right, right, wrong.
  private static let outputs = [0.95, 0.1, 0.8, 0.2, 0.6, 0.45]
  private static let truths: [Int32] = [1, 0, 0, 0, 1, 1]

  private let sigmoid = ClassPredictions(outputs: outputs, truths: truths, classCount: 2)
  private let softmax = ClassPredictions(
    outputs: outputs.flatMap { [1 - $0, $0] }, truths: truths, classCount: 2)

  @Test("counts what is at least as sure as the threshold, and what of it is right")
  func counts() {
    for predictions in [sigmoid, softmax] {
      let all = predictions.coverage(at: 0.5)
      #expect((all.answered, all.right, all.left) == (6, 4, 0))
      #expect(all.share == 1)
      #expect(all.accuracy == 4.0 / 6)
      let some = predictions.coverage(at: 0.85)
      #expect((some.answered, some.right, some.left) == (2, 2, 4))
      #expect(some.share == 2.0 / 6)
      #expect(some.accuracy == 1)
      let none = predictions.coverage(at: 1)
      #expect(none.answered == 0)
      #expect(none.accuracy == nil)
    }
  }

  @Test("lists what is left, the least sure first and equal ones in their order")
  func left() {
    #expect(softmax.unanswered(at: 0.85) == [5, 4, 2, 3])
    #expect(softmax.unanswered(at: 0.5).isEmpty)
    let ties = ClassPredictions(
      outputs: [0.5, 0.25, 0.25, 0.25, 0.5, 0.25], truths: [0, 1], classCount: 3)
    #expect(ties.unanswered(at: 0.6) == [0, 1])
    #expect(ties.meanConfidence == 0.5)
  }

  @Test("has a point for each confidence that occurs, from the surest to all")
  func curve() {
    let curve = softmax.coverageCurve
    #expect(curve.map(\.answered) == [1, 2, 4, 5, 6])
    #expect(curve.map(\.right) == [1, 2, 3, 4, 4])
    #expect(curve.allSatisfy { $0.total == 6 })
    for point in curve {
      #expect(softmax.coverage(at: point.threshold) == point)
    }
  }

  @Test("leaves to a person what is no number, and has nothing to say of no examples")
  func edges() {
    let broken = ClassPredictions(
      outputs: [.nan, .nan, 0.25, 0.75], truths: [0, 1], classCount: 2)
    #expect(broken.unanswered(at: 0.5) == [0])
    #expect(broken.coverage(at: 0.5).answered == 1)
    #expect(broken.coverageCurve.map(\.answered) == [1])
    let empty = ClassPredictions(outputs: [], truths: [], classCount: 2)
    #expect(empty.coverage(at: 0.5).share == 0)
    #expect(empty.coverage(at: 0.5).accuracy == nil)
    #expect(empty.coverageCurve.isEmpty)
    #expect(empty.meanConfidence == 0)
  }
}
