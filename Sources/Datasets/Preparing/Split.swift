import TensorEngine

/// Which rows of a data set are for training, for validation and for the test.
///
/// Row numbers ascend in each list, and no row is in two of them.
public struct Split: Sendable, Equatable {
  /// The rows that networks learn from.
  public var training: [Int32]
  /// The rows that hyperparameters are chosen by.
  public var validation: [Int32]
  /// The rows that the final network is judged by.
  public var test: [Int32]

  /// What holds before anything is divided: a validation and a test set that the data came with
  /// are what they are, all other rows are for training.
  public static func undivided(_ dataset: Dataset) -> Split {
    func numbers(_ rows: Range<Int>?) -> [Int32] { rows?.map { Int32($0) } ?? [] }
    return Split(
      training: numbers(dataset.trainingRows), validation: numbers(dataset.validationRows),
      test: numbers(dataset.testRows))
  }

  /// Divides the rows by chance, with the stream `split` of the seed.
  ///
  /// If the data came with a validation or a test set, that stays what it is, and the fractions are
  /// those of the other rows. The numbers of rows are exact, as `SplitFractions` says.
  ///
  /// - Parameter stratified: gives each part the classes in the same proportions, to within two
  ///   rows a class.
  /// - Throws: `DatasetError` if the fractions are not possible, if a part is asked for that the data
  ///   came with, or if values of a regression are to be stratified.
  public static func divided(
    _ dataset: Dataset, _ fractions: SplitFractions, stratified: Bool = false, seed: UInt64
  ) throws(DatasetError) -> Split {
    try refuseOwnParts(dataset, fractions)
    let count = dataset.trainingRows.count
    let counts = try fractions.counts(of: count)
    var order = RandomStream(seed: seed, name: "split").permutation(count: count)
    if stratified { order = try interleaved(order, by: dataset) }
    let held = counts.validation + counts.test
    var split = undivided(dataset)
    if dataset.validationRows == nil {
      split.validation = Array(order[..<counts.validation]).sortedUntilCalledOff()
    }
    if dataset.testRows == nil {
      split.test = Array(order[counts.validation..<held]).sortedUntilCalledOff()
    }
    split.training = Array(order[held...]).sortedUntilCalledOff()
    return split
  }

  /// Refuses to make a part that the data came with.
  private static func refuseOwnParts(
    _ dataset: Dataset, _ fractions: SplitFractions
  ) throws(DatasetError) {
    let parts = [
      ("test", fractions.test, dataset.testRows),
      ("validation", fractions.validation, dataset.validationRows),
    ]
    for (name, fraction, own) in parts {
      guard fraction != nil, let own else { continue }
      let missing = parts.first { $0.2 == nil }?.0
      throw SplitFractions.refusal(
        name,
        .ownPart(
          name, ofDataset: dataset.name, count: own.count, kind: dataset.exampleKind,
          missing: missing))
    }
  }

  /// Keeps some of the training rows: the first ones of an order drawn with the stream `take` of
  /// the seed. So the rows of a smaller number are among those of a larger one.
  ///
  /// - Throws: `DatasetError` if there are not that many, or if none is to be kept.
  public func taking(_ count: Int, seed: UInt64) throws(DatasetError) -> Split {
    guard count >= 1, count <= training.count else {
      throw DatasetError(
        file: "take", option: "take", .division(.take(count, available: training.count)))
    }
    let order = RandomStream(seed: seed, name: "take").permutation(count: training.count)
    var split = self
    split.training = order[..<count].map { training[Int($0)] }.sortedUntilCalledOff()
    return split
  }

  /// Spreads each class evenly over the order: the j-th of n rows of a class goes to the place
  /// (j + 1/2) / n, so that every stretch of the order holds each class in its proportion.
  private static func interleaved(
    _ order: [Int32], by dataset: Dataset
  ) throws(DatasetError) -> [Int32] {
    guard case .classes(let classes, let count) = dataset.examples.targets else {
      throw SplitFractions.refusal("stratified", .stratifiedNumbers(target: dataset.targetName))
    }
    var totals = [Int](repeating: 0, count: count)
    for row in order { totals[Int(classes[Int(row)])] += 1 }
    var seen = [Int](repeating: 0, count: count)
    let places = order.indices.map { index in
      let number = Int(classes[Int(order[index])])
      seen[number] += 1
      return SharePlace(share: (Double(seen[number]) - 0.5) / Double(totals[number]), index: index)
    }
    return places.sortedUntilCalledOff().map { order[$0.index] }
  }

  /// A place between 0 and 1, and of equal ones the index in the order.
  private struct SharePlace: Comparable {
    let share: Double
    let index: Int

    static func < (one: SharePlace, other: SharePlace) -> Bool {
      (one.share, one.index) < (other.share, other.index)
    }
  }
}
