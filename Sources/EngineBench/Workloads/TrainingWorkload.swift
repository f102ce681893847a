import Networks
import TensorEngine

/// A network that is trained anew in each run, from the first shuffle to the network that comes
/// back.
struct TrainingWorkload {
  let examples: Examples
  /// Examples to judge the network by in the end, where the workload has some.
  let test: Examples?
  let layers: [any Layer]
  let settings: TrainingSettings

  /// How a workload trains; nil for those that measure something else.
  static func of(_ workload: Workload) throws -> TrainingWorkload? {
    switch workload {
    case .circlesSmall: try circlesSmall()
    case .circlesWide: try circlesWide()
    case .imagesDense: try imagesDense()
    case .imagesNormalized: try imagesNormalized()
    case .imagesConvolved: try imagesConvolved()
    case .inference, .gridSearch, .products, .memory, .randomSearch: nil
    }
  }

  /// Times runs after an epoch to warm up; run r trains from seed r.
  func measure(_ workload: Workload, threads: Int, runs: Int = 5) throws -> Measurement {
    let pool = threads > 1 ? ThreadPool(threads: threads) : nil
    let rows = (0..<examples.count).map { Int32($0) }
    var warm = trainer(seed: 0, rows: rows, pool: pool, network: try network(seed: 0))
    warm.settings.epochs = 1
    _ = try warm.run()
    var seconds: [Double] = []
    var remarks: [[(name: String, value: Double)]] = []
    for run in 1...runs {
      let seed = UInt64(run)
      let trainer = trainer(seed: seed, rows: rows, pool: pool, network: try network(seed: seed))
      var trained = trainer.network
      seconds.append(try Stopwatch.seconds { trained = try trainer.run().network })
      if test != nil || run == 1 { remarks.append(try judge(trained, pool: pool)) }
    }
    return Measurement(
      workload: workload, threads: threads, values: seconds, unit: "s",
      remarks: Self.medians(remarks, workload, threads))
  }

  /// The network before its training.
  func network(seed: UInt64) throws -> Network {
    var network = Network(name: "bench", inputShape: examples.inputShape, seed: seed)
    for layer in layers { try network.add(layer) }
    return network
  }

  /// The training of a network.
  func trainer(seed: UInt64, rows: [Int32], pool: ThreadPool?, network: Network) -> Trainer {
    var settings = settings
    settings.seed = seed
    return Trainer(
      network: network, examples: examples, trainingRows: rows, settings: settings, pool: pool)
  }

  private func judge(
    _ network: Network, pool: ThreadPool?
  ) throws -> [(name: String, value: Double)] {
    let training = try network.evaluate(examples, pool: pool)
    var remarks = [("loss", training.dataLoss), ("train_accuracy", training.accuracy ?? 0)]
    if let test { remarks.append(("test_accuracy", try network.evaluate(test).accuracy ?? 0)) }
    return remarks.map { (name: $0.0, value: $0.1) }
  }

  private static func medians(
    _ remarks: [[(name: String, value: Double)]], _ workload: Workload, _ threads: Int
  ) -> [(name: String, value: Double)] {
    (remarks.first ?? []).indices.map { index in
      let values = remarks.map { $0[index].value }
      let median = Measurement(workload: workload, threads: threads, values: values, unit: "")
        .median
      return (name: remarks[0][index].name, value: median)
    }
  }
}
