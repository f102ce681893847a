import Datasets
import TensorEngine
import Testing

@Suite("Folds")
struct FoldsTests {
  /// The class counts of rows, in how many folds, and scikit-learn 1.9.1's count of each class in
  /// each test part of `StratifiedKFold(k, shuffle=True)`.
  struct Expected: Sendable {
    var counts: [Int]
    var folds: Int
    /// Whether the classes take turns from the last row backwards, instead of lying in blocks.
    var inTurn = false
    var parts: [[Int]]
  }

  static let expectations = [
    Expected(counts: [7, 5], folds: 3, parts: [[3, 1], [2, 2], [2, 2]]),
    Expected(counts: [7, 5], folds: 3, inTurn: true, parts: [[3, 1], [2, 2], [2, 2]]),
    Expected(counts: [10, 10], folds: 3, parts: [[4, 3], [3, 4], [3, 3]]),
    Expected(counts: [10, 10], folds: 3, inTurn: true, parts: [[3, 4], [4, 3], [3, 3]]),
    Expected(
      counts: [5, 5, 5], folds: 4, parts: [[2, 1, 1], [1, 2, 1], [1, 1, 2], [1, 1, 1]]),
    Expected(
      counts: [5, 5, 5], folds: 4, inTurn: true,
      parts: [[1, 1, 2], [1, 2, 1], [2, 1, 1], [1, 1, 1]]),
    Expected(counts: [11, 3, 6], folds: 3, parts: [[4, 1, 2], [4, 1, 2], [3, 1, 2]]),
    Expected(counts: [500, 500], folds: 3, parts: [[167, 167], [167, 166], [166, 167]]),
    Expected(counts: [2, 9], folds: 2, parts: [[1, 5], [1, 4]]),
  ]

  @Test("have scikit-learn's number of each class", arguments: expectations)
  func stratified(_ expected: Expected) throws {
    let labels = Self.labels(expected.counts, inTurn: expected.inTurn)
    let examples = try Self.examples(labels, classes: expected.counts.count)
    let folds = try Folds(
      of: Self.rows(labels.count), in: examples, count: expected.folds, stratified: true, seed: 4)
    let counts = folds.parts.map { part in
      expected.counts.indices.map { number in part.count { Int(labels[Int($0)]) == number } }
    }
    #expect(counts == expected.parts)
  }

  @Test(
    "have scikit-learn's sizes",
    arguments: [(10, 3, [4, 3, 3]), (11, 4, [3, 3, 3, 2]), (5, 5, [1, 1, 1, 1, 1])])
  func sizes(_ rows: Int, _ folds: Int, _ sizes: [Int]) throws {
    let examples = try Self.examples([Int32](repeating: 0, count: rows), classes: 1)
    let made = try Folds(of: Self.rows(rows), in: examples, count: folds, seed: 1)
    #expect(made.parts.map(\.count) == sizes)
  }

  @Test("hold every row once, and leave out their own when they train", arguments: [false, true])
  func partition(_ stratified: Bool) throws {
    let labels = Self.labels([20, 30, 7], inTurn: true)
    let examples = try Self.examples(labels, classes: 3)
    let rows = Self.rows(labels.count).filter { $0 != 11 }
    let folds = try Folds(of: rows, in: examples, count: 5, stratified: stratified, seed: 9)
    #expect(folds.parts.flatMap { $0 }.sorted() == rows)
    for part in folds.parts.indices {
      #expect(folds.parts[part] == folds.parts[part].sorted())
      #expect((folds.parts[part] + folds.training(without: part)).sorted() == rows)
    }
  }

  @Test("are shuffled by the seed, and the same for the same seed")
  func seeds() throws {
    let examples = try Self.examples(Self.labels([30, 30], inTurn: false), classes: 2)
    func folds(_ seed: UInt64) throws -> Folds {
      try Folds(of: Self.rows(60), in: examples, count: 3, stratified: true, seed: seed)
    }
    #expect(try folds(1) == folds(1))
    #expect(try folds(1) != folds(2))
  }

  @Test("refuse what can't be divided")
  func refusals() throws {
    let examples = try Self.examples(Self.labels([4, 1], inTurn: false), classes: 2)
    let numbers = try Examples(
      inputShape: [1], inputs: .floats([1, 2, 3]), targets: .values([1, 2, 3], width: 1))
    for count in [Int.min, -1, 0, 1, 6, Int.max] {
      #expect(throws: DatasetError.self) {
        try Folds(of: Self.rows(5), in: examples, count: count, seed: 1)
      }
    }
    #expect(throws: DatasetError.self) { try Folds(of: [], in: examples, count: 2, seed: 1) }
    #expect(throws: DatasetError.self) {
      try Folds(of: Self.rows(5), in: examples, count: 2, stratified: true, seed: 1)
    }
    #expect(throws: DatasetError.self) {
      try Folds(of: Self.rows(3), in: numbers, count: 2, stratified: true, seed: 1)
    }
  }

  private static func rows(_ count: Int) -> [Int32] { (0..<count).map { Int32($0) } }

  private static func labels(_ counts: [Int], inTurn: Bool) -> [Int32] {
    if !inTurn {
      return counts.enumerated().flatMap { [Int32](repeating: Int32($0), count: $1) }
    }
    var left = counts
    var labels: [Int32] = []
    while left.contains(where: { $0 > 0 }) {
      for number in left.indices where left[number] > 0 {
        labels.append(Int32(number))
        left[number] -= 1
      }
    }
    return labels.reversed()
  }

  private static func examples(_ labels: [Int32], classes: Int) throws -> Examples {
    try Examples(
      inputShape: [1], inputs: .floats(labels.map { Float($0) }),
      targets: .classes(labels, count: classes))
  }
}
