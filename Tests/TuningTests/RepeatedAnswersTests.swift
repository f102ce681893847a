import Networks
import TensorEngine
import Testing
import Tuning

@Suite("Bias and variance of answers")
struct RepeatedAnswersTests {
  private static func answers(
    _ outputs: [[Float]], classes: [Int32], probabilities: [Double]? = nil
  ) -> RepeatedAnswers {
    RepeatedAnswers(
      outputs: outputs, targets: .classes(classes, count: 2),
      expected: probabilities.map { ExpectedTargets(probabilities: $0, classes: 2) })
  }

  private static func isNear(_ value: Double?, _ expected: Double) -> Bool {
    abs((value ?? .nan) - expected) < 1e-9
  }

  @Test("are Domingos's B and V where there is no noise, worked out by hand")
  func domingos() throws {
    // Of three networks two are right about the first example, and one about the second: B is 0
    // and 1, V is 1/3 and counts against the error where the majority is wrong.
    let parts = try #require(
      Self.answers([[0.9, 0.1], [0.8, 0.2], [0.3, 0.7]], classes: [1, 1]).zeroOne)
    #expect(Self.isNear(parts.bias, 0.5))
    #expect(Self.isNear(parts.variance, 0))
    #expect(parts.noise == nil)
    #expect(Self.isNear(parts.total, 0.5))
  }

  @Test("are James's effects with noise, worked out by hand")
  func james() throws {
    // Class 1 has probability 0.8; two networks of three choose it. E L = 2/3 0.2 + 1/3 0.8 = 0.4.
    // Domingos: c1 N + c2 V = (2 2/3 - 1) 0.2 + 1/3 = 0.4, the same.
    let right = try #require(
      Self.answers([[0.9], [0.8], [0.3]], classes: [1], probabilities: [0.2, 0.8]).zeroOne)
    #expect(Self.isNear(right.noise, 0.2))
    #expect(Self.isNear(right.bias, 0))
    #expect(Self.isNear(right.variance, 0.2))
    // One of three: the majority is wrong. E L = 1/3 0.2 + 2/3 0.8 = 0.6 = 0.2 + 0.6 - 0.2.
    let wrong = try #require(
      Self.answers([[0.9], [0.2], [0.3]], classes: [1], probabilities: [0.2, 0.8]).zeroOne)
    #expect(Self.isNear(wrong.bias, 0.6))
    #expect(Self.isNear(wrong.variance, -0.2))
    #expect(Self.isNear(wrong.total, 0.6))
  }

  @Test("count softmax outputs class by class")
  func classes() throws {
    let answers = RepeatedAnswers(
      outputs: [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1]], targets: .classes([0], count: 3), expected: nil)
    let parts = try #require(answers.zeroOne)
    // One vote each: the first of equals is class 0, which is right.
    #expect(Self.isNear(parts.bias, 0))
    #expect(Self.isNear(parts.variance, 0.5))
    // (0.3² + 0.2² + 0.1² + 0.9² + 0.8² + 0.1²) / 2 = 0.8
    #expect(abs(answers.squared.total - 0.8) < 1e-6)
  }

  @Test("add up to the mean squared error of the networks, whatever their number")
  func sum() {
    let answers = RepeatedAnswers(
      outputs: [[1, 2, 4], [3, 0, 5]], targets: .values([2, 2, 2], width: 1), expected: nil)
    // Squares 1 0 4 and 1 4 9, six of them.
    #expect(Self.isNear(answers.squared.total, 19.0 / 6))
    // Variances of two: 2, 2, 0.5; means 2, 1, 4.5; bias² 0 - 1, 1 - 1, 6.25 - 0.25.
    #expect(Self.isNear(answers.squared.variance, 4.5 / 3))
    #expect(Self.isNear(answers.squared.bias, 5.0 / 3))
    let one = RepeatedAnswers(
      outputs: [[1, 2, 4]], targets: .values([2, 2, 2], width: 1), expected: nil)
    #expect(one.squared == ErrorParts(bias: 5.0 / 3, variance: 0, noise: nil))
  }

  @Test("find the bias, the variance and the noise that drawn answers were given")
  func drawn() {
    // Answers at three places: means 0.5, 1 and 3 for true values 0, 1 and 2; deviation 0.4.
    let normals = RandomStream(seed: 1, name: "test").normals(count: 3 * 4000)
    let outputs = (0..<4000).map { network in
      [0.5, 1, 3].enumerated().map { Float($1 + 0.4 * normals[3 * network + $0]) }
    }
    let parts = RepeatedAnswers(
      outputs: outputs, targets: .values([0, 1, 2], width: 1),
      expected: ExpectedTargets(values: [0, 1, 2], variance: 0.09)
    ).squared
    // Standard errors: of a mean 0.4 / √4000 = 0.006, of a variance 0.16 √(2 / 4000) = 0.004.
    #expect(abs(parts.bias - 0.41667) < 0.03)
    #expect(abs(parts.variance - 0.16) < 0.01)
    #expect(Self.isNear(parts.noise, 0.09))
  }

  @Test("are nothing of what has no examples")
  func empty() {
    let answers = RepeatedAnswers(outputs: [], targets: .classes([], count: 2), expected: nil)
    #expect(answers.zeroOne == nil)
    #expect(answers.squared == ErrorParts(bias: 0, variance: 0, noise: nil))
  }
}

/// Straight lines through noisy points, for which theory knows bias and variance.
@Suite("Bias and variance of trained networks")
struct LeastSquaresTests {
  private static let sets = 240
  private static let count = 8
  private static let deviation = 0.3

  /// The same eight places again and again, y = 1 + 2 x + noise drawn anew each time.
  private static func examples() throws -> Examples {
    let normals = RandomStream(seed: 5, name: "noise").normals(count: (sets + 1) * count)
    let places = (0..<count).map { Double($0) / Double(count - 1) * 2 - 1 }
    let xs = (0...sets).flatMap { _ in places }
    return try Examples(
      inputShape: [1], inputs: .floats(xs.map { Float($0) }),
      targets: .values(
        zip(xs, normals).map { Float(1 + 2 * $0 + deviation * $1) }, width: 1))
  }

  /// The parts of the squared error of least squares, by gradient descent to its end.
  private static func parts(usesBias: Bool) throws -> ErrorParts {
    let examples = try examples()
    var network = Network(inputShape: [1], seed: 2)
    try network.add(Dense(units: 1, usesBias: usesBias))
    let settings = TrainingSettings(
      epochs: 150, batchSize: nil, optimizer: .sgd(SGD(learningRate: 0.3)))
    let variant = Comparison.Variant(label: "line", network: network, settings: settings)
    let judges = (sets * count..<(sets + 1) * count).map { Int32($0) }
    let fits = (0..<sets).map { set in
      Fit(
        variant: variant.start(set + 1),
        training: (set * count..<(set + 1) * count).map { Int32($0) }, judging: judges,
        keepsOutputs: true)
    }
    let outcomes = RepeatedTrainings(examples: examples, fits: [fits]).run(
      IndependentTrainings(pool: ThreadPool(threads: 2)))
    let truth = (0..<count).map { index -> Double in
      let x = Double(index) / Double(count - 1) * 2 - 1
      return 1 + 2 * x
    }
    return RepeatedAnswers(
      outputs: try outcomes[0].get().map(\.outputs),
      targets: .values(truth.map { Float($0) }, width: 1),
      expected: ExpectedTargets(values: truth, variance: deviation * deviation)
    ).squared
  }

  @Test("of a line through a line: no bias, and variance p σ² / n for p parameters")
  func line() throws {
    let parts = try Self.parts(usesBias: true)
    // The mean of the hat matrix's diagonal is 2 / 8: 0.09 * 2 / 8 = 0.0225.
    #expect(abs(parts.variance / 0.0225 - 1) < 0.2)
    #expect(abs(parts.bias) < 0.001)
    #expect(abs((parts.noise ?? 0) - 0.09) < 1e-9)
  }

  @Test("of a line through 0: the height that it lacks as bias, and half of the variance")
  func lineThroughZero() throws {
    let parts = try Self.parts(usesBias: false)
    #expect(abs(parts.variance / 0.01125 - 1) < 0.25)
    #expect(abs(parts.bias - 1) < 0.01)
  }
}
