import Networks
import ReferenceNumbers
import TensorEngine
import Testing

/// Ten steps of each optimizer against Keras's formulas in double precision.
///
/// The bound is 1e-5, relative above 1: each step rounds the gradient and the weight to float32,
/// and Adam divides by a root that starts small.
@Suite("Optimizers")
struct OptimizerReferenceTests {
  struct Run: Decodable { var keras: [[Double]] }

  struct Reference: Decodable {
    var name: String
    var hyperparameters: [String: Double]
    var problems: [String: Run]

    /// The number of a setting as Keras takes it.
    private func number(_ name: String) -> Double {
      hyperparameters["\(name)_keras"] ?? hyperparameters[name] ?? 0
    }

    private var adam: Adam {
      Adam(
        learningRate: number("lr"), beta1: number("beta1"), beta2: number("beta2"),
        epsilon: number("eps"), amsgrad: name == "adam_amsgrad")
    }

    var optimizer: Optimizer? {
      let rate = number("lr")
      switch name {
      case "sgd": return .sgd(SGD(learningRate: rate))
      case "momentum": return .sgd(SGD(learningRate: rate, momentum: number("momentum")))
      case "nesterov":
        return .sgd(SGD(learningRate: rate, momentum: number("momentum"), nesterov: true))
      case "rmsprop":
        return .rmsprop(RMSprop(learningRate: rate, rho: number("rho"), epsilon: number("eps")))
      case "adam", "adam_large_eps", "adam_amsgrad": return .adam(adam)
      case "adamw": return .adamw(AdamW(adam))
      case "adagrad":
        return .adagrad(
          Adagrad(
            learningRate: rate, initialAccumulator: number("initial_accumulator"),
            epsilon: number("eps")))
      case "adadelta":
        return .adadelta(Adadelta(learningRate: rate, rho: number("rho"), epsilon: number("eps")))
      case "nadam":
        return .nadam(
          Nadam(
            learningRate: rate, beta1: number("beta1"), beta2: number("beta2"),
            epsilon: number("eps")))
      default: return nil
      }
    }

    var weightDecay: Double? { hyperparameters["weight_decay"] }
  }

  private struct File: Decodable {
    struct Quadratic: Decodable {
      var matrix: [[Double]]
      var b: [Double]

      enum CodingKeys: String, CodingKey {
        case matrix = "A"
        case b
      }
    }

    struct Logistic: Decodable {
      var inputs: [[Double]]
      var y: [Double]

      enum CodingKeys: String, CodingKey {
        case inputs = "X"
        case y
      }
    }

    var w0: [Double]
    var quadratic: Quadratic
    var logistic: Logistic
    var optimizers: [Reference]
  }

  /// The weights after each of ten steps of one epoch each, which also shows that runs go on
  /// where the one before ended.
  private func weights(
    _ optimizer: Optimizer, weightDecay: Double? = nil, from w0: [Double],
    _ activation: Activation, _ examples: Examples
  ) throws -> [[Float]] {
    var network = try Samples.network(
      [3], Dense(units: 1, activation: activation, usesBias: false))
    try network.setParameter("kernel", ofLayer: 0, to: Tensor(rows: w0.map { [$0] }))
    let settings = TrainingSettings(
      epochs: 1, batchSize: nil, optimizer: optimizer, weightDecay: weightDecay)
    return try (0..<10).map { _ in
      network = try Trainer(
        network: network, examples: examples, trainingRows: Samples.rows(0..<examples.count),
        settings: settings
      ).run().network
      return network.parameters[0].tensors[0].elements
    }
  }

  /// Examples on which mean squared error of a linear unit has the gradient A·w - b.
  ///
  /// With three rows the gradient is 2/3 Xᵀ(Xw - t), so X = √1.5 · Lᵀ for A = L·Lᵀ (Cholesky),
  /// and Xᵀt = 1.5 b.
  static func quadraticExamples(_ a: [[Double]], _ b: [Double]) throws -> Examples {
    var lower = Array(repeating: [0.0, 0, 0], count: 3)
    for i in 0..<3 {
      for j in 0...i {
        let known = (0..<j).reduce(0) { $0 + lower[i][$1] * lower[j][$1] }
        lower[i][j] = i == j ? (a[i][i] - known).squareRoot() : (a[i][j] - known) / lower[j][j]
      }
    }
    var targets = [0.0, 0, 0]
    for i in 0..<3 {
      let known = (0..<i).reduce(0) { $0 + lower[i][$1] * targets[$1] }
      targets[i] = (b[i] * 1.5.squareRoot() - known) / lower[i][i]
    }
    let inputs = (0..<3).flatMap { row in (0..<3).map { 1.5.squareRoot() * lower[$0][row] } }
    return try Examples(
      inputShape: [3], inputs: .floats(inputs.map { Float($0) }),
      targets: .values(targets.map { Float($0) }, width: 1))
  }

  @Test(
    "take Keras's steps of the reference folder on a quadratic and a logistic problem",
    .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
  func folder() throws {
    let file = try ReferenceFolder.decode(File.self, from: "optimizers.json")
    let quadratic = try Self.quadraticExamples(file.quadratic.matrix, file.quadratic.b)
    let logistic = try Examples(
      inputShape: [3], inputs: .floats(file.logistic.inputs.flatMap { $0 }.map { Float($0) }),
      targets: .values(file.logistic.y.map { Float($0) }, width: 1))
    var covered = 0
    for reference in file.optimizers {
      guard let optimizer = reference.optimizer else { continue }
      covered += 1
      for (problem, examples) in [("quadratic", quadratic), ("logistic", logistic)] {
        let run = try #require(reference.problems[problem])
        let steps = try weights(
          optimizer, weightDecay: reference.weightDecay, from: file.w0,
          problem == "logistic" ? .sigmoid : .linear,
          problem == "logistic" ? logisticTargets(examples) : examples)
        for (step, expected) in run.keras.enumerated() {
          expectClose(
            steps[step], expected, within: 1e-5, "\(reference.name) \(problem) \(step + 1)")
        }
      }
    }
    #expect(covered == 11)
  }

  /// The same examples with classes, so that the loss that follows is binary cross-entropy.
  private func logisticTargets(_ examples: Examples) throws -> Examples {
    guard case .values(let values, _) = examples.targets else { return examples }
    return try Examples(
      inputShape: examples.inputShape, inputs: examples.inputs,
      targets: .classes(values.map { Int32($0) }, count: 2))
  }

  @Test("take the known first steps on a quadratic problem")
  func firstSteps() throws {
    // From the reference file: the gradient at w0 is A w0 - b.
    let a = [[3.0, 0.5, 0], [0.5, 1, -0.2], [0, -0.2, 0.3]]
    let examples = try Self.quadraticExamples(a, [1, -2, 0.5])
    let w0 = [0.8, -1.2, 2]
    let sgd = try weights(.sgd(SGD(learningRate: 0.1)), from: w0, .linear, examples)
    expectClose(sgd[0], [0.72, -1.28, 1.966], within: 1e-6)
    expectClose(sgd[1], [0.668, -1.34868, 1.93142], within: 1e-6)
    // Nesterov's first step is 1 + μ times that of momentum, which is that of SGD.
    let nesterov = try weights(
      .sgd(SGD(learningRate: 0.1, momentum: 0.9, nesterov: true)), from: w0, .linear, examples)
    expectClose(nesterov[0], [0.8 - 0.152, -1.2 - 0.152, 2 - 0.0646], within: 1e-6)
    // Adam's first step is the rate against the sign of the gradient.
    let adam = try weights(.adam(Adam(learningRate: 0.1)), from: w0, .linear, examples)
    expectClose(adam[0], [0.7, -1.3, 1.9], within: 1e-5)
  }
}
