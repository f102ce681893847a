import Datasets
import Networks
import TensorEngine
import Tuning

/// 27 points of a grid by stratified 3-fold cross-validation: 81 fits of 20 epochs and 81
/// scorings, one network a thread.
enum GridSearchWorkload {
  static func measure(threads: Int) throws -> Measurement {
    let pool = ThreadPool(threads: threads)
    let training = try TrainingWorkload.circlesSmall()
    var best = 0.0
    let seconds = try (0..<6).map { run in
      try Stopwatch.seconds { best = try search(training, seed: UInt64(run), pool) }
    }
    return Measurement(
      workload: .gridSearch, threads: threads, values: Array(seconds.dropFirst()), unit: "s",
      remarks: [("fits", 81), ("best_cv_accuracy", best)])
  }

  /// The best mean accuracy of the grid.
  private static func search(
    _ training: TrainingWorkload, seed: UInt64, _ pool: ThreadPool
  ) throws -> Double {
    let folds = try Folds(
      of: (0..<1000).map { Int32($0) }, in: training.examples, count: 3, stratified: true,
      seed: seed)
    let validation = CrossValidation(
      examples: training.examples,
      folds: folds.parts.indices.map {
        CrossValidation.Fold(training: folds.training(without: $0), validation: folds.parts[$0])
      })
    let outcomes = validation.run(
      try variants(training, seed: seed), IndependentTrainings(pool: pool))
    return try outcomes.map { try $0.get().meanAccuracy ?? 0 }.max() ?? 0
  }

  private static func variants(
    _ training: TrainingWorkload, seed: UInt64
  ) throws -> [Comparison.Variant] {
    let grid = Grid([
      Grid.Axis("rate", [0.03, 0.1, 0.3]), Grid.Axis("l2", [0, 1e-4, 1e-3]),
      Grid.Axis("units", [4, 8, 16]),
    ])
    return try grid.points.map { point in
      var network = Network(inputShape: [2], seed: seed)
      let units = Int(point["units"] ?? 8)
      try network.add(Dense(units: units, activation: .tanh))
      try network.add(Dense(units: units, activation: .tanh))
      try network.add(Dense(units: 1, activation: .sigmoid))
      var settings = training.settings
      settings.epochs = 20
      settings.seed = seed
      settings.optimizer = .sgd(SGD(learningRate: point["rate"] ?? 0.1, momentum: 0.9))
      settings.l2 = (point["l2"] ?? 0) / 2
      return Comparison.Variant(label: point.text, network: network, settings: settings)
    }
  }
}
