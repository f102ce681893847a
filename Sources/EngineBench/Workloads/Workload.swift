/// The table of workloads: what is measured beside the programs of others.
enum Workload: String, CaseIterable {
  /// 2-8-8-1, tanh, momentum: 10,000 steps of 10 rows.
  case circlesSmall = "W1"
  /// 2-64-64-1, relu, dropout, L2, Adam: 3,200 steps of 32 rows.
  case circlesWide = "W2"
  /// 784-128-10, Adam: an epoch of 60,000 images.
  case imagesDense = "W3"
  /// 784-512-512-10 with batch normalization and dropout, Adam: an epoch of 60,000 images.
  case imagesNormalized = "W4"
  /// A convolutional network, Adam: an epoch of 10,000 images.
  case imagesConvolved = "W5"
  /// One prediction of 784-128-10, and 10,000.
  case inference = "W6"
  /// A grid search of 81 fits.
  case gridSearch = "W7"
  /// Matrix products.
  case products = "W9"
  /// The memory of a process that trains.
  case memory = "W10"
  /// A random search of 200 trials, and what a trial costs beside its training.
  case randomSearch = "W11"

  /// Measures the workload.
  func measure(threads: Int) throws -> [Measurement] {
    switch self {
    case .circlesSmall, .circlesWide, .imagesDense, .imagesNormalized, .imagesConvolved:
      guard let training = try TrainingWorkload.of(self) else { return [] }
      return [try training.measure(self, threads: threads)]
    case .inference: return try InferenceWorkload.measure(threads: threads)
    case .gridSearch: return [try GridSearchWorkload.measure(threads: threads)]
    case .products: return try ProductWorkload.measure(threads: threads)
    case .memory: return try MemoryWorkload.measure(threads: threads)
    case .randomSearch: return try RandomSearchWorkload.measure(threads: threads)
    }
  }
}
