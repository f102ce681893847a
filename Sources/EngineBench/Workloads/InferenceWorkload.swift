import Networks
import TensorEngine

/// 784-128-10 with its first weights: the time of one prediction, and the rate of 10,000 in one
/// call. The inputs are floats in memory, and the probabilities come back as an array.
enum InferenceWorkload {
  private static let calls = 10_000

  static func measure(threads: Int) throws -> [Measurement] {
    let pool = threads > 1 ? ThreadPool(threads: threads) : nil
    let training = try TrainingWorkload.imagesDense()
    let network = try training.network(seed: 1)
    let images = try floats(WorkloadData.noiseImages(count: calls))
    let latencies = try latencies(network, images)
    let rates = try rates(network, images, pool: pool)
    func line(_ metric: String, _ values: [Double], _ unit: String) -> Measurement {
      Measurement(
        workload: .inference, threads: threads, metric: metric, values: values, unit: unit)
    }
    return [
      line("latency_p50", latencies.map(\.half), "us"),
      line("latency_p99", latencies.map(\.most), "us"),
      line("throughput_batch10000", rates, "samples/s"),
    ]
  }

  /// The microseconds that half of the calls of a run took at most, and 99 of 100.
  private static func latencies(
    _ network: Network, _ images: Examples
  ) throws -> [(half: Double, most: Double)] {
    let predictor = try Predictor(network)
    let rows = (0..<calls).map { images.rawInput(at: $0).map { Float($0) } }
    var sink: Float = 0
    for row in rows.prefix(100) { sink += try predictor.predict(row)[0] }
    return try (0..<5).map { _ in
      var times: [Double] = []
      times.reserveCapacity(calls)
      for row in rows {
        times.append(1e6 * (try Stopwatch.seconds { sink += try predictor.predict(row)[0] }))
      }
      precondition(sink > 0, "a sum of probabilities")
      times.sort()
      return (times[calls / 2], times[calls * 99 / 100])
    }
  }

  private static func rates(
    _ network: Network, _ images: Examples, pool: ThreadPool?
  ) throws -> [Double] {
    _ = try network.predict(images, pool: pool)
    return try (0..<7).map { _ in
      Double(calls) / (try Stopwatch.seconds { _ = try network.predict(images, pool: pool) })
    }
  }

  private static func floats(_ images: Examples) throws -> Examples {
    let values = (0..<images.count).flatMap { images.input(at: $0) }
    return try Examples(
      inputShape: images.inputShape, inputs: .floats(values), targets: images.targets)
  }
}
