public import TensorEngine

/// Rows divided into k parts by chance, for a cross-validation: each part is once the one that
/// judges, and the others train.
///
/// The sizes are scikit-learn's. n rows in k parts: the first n mod k parts have one row more.
/// Stratified, each part has each class in its proportion: with the rows sorted by class, the
/// classes in the order of their first rows, part i gets of a class as many rows as it has at the
/// places i, i + k, i + 2k, …
///
/// **Source**: scikit-learn's `KFold` and `StratifiedKFold`; which rows go where is our own, drawn
/// with the stream `folds` of the seed.
public struct Folds: Sendable, Equatable {
  /// The rows of each part, ascending; each row is in one of them.
  public let parts: [[Int32]]

  /// Divides rows.
  ///
  /// - Parameters:
  ///   - rows: The rows to divide.
  ///   - examples: What they are rows of.
  ///   - count: The number of parts k, from 2 to the number of rows.
  ///   - stratified: Whether each part gets each class in its proportion.
  ///   - seed: The seed of the stream.
  /// - Throws: `DatasetError` for too few or too many parts, for a class that is to be stratified
  ///   and has fewer rows than there are parts, or if values of a regression are to be stratified.
  public init(
    of rows: [Int32], in examples: Examples, count: Int, stratified: Bool = false, seed: UInt64
  ) throws(DatasetError) {
    guard count >= 2, count <= rows.count else {
      throw Self.refusal(.foldCount(count, exampleCount: rows.count))
    }
    let stream = RandomStream(seed: seed, name: "folds")
    let order = stream.permutation(count: rows.count).map { rows[Int($0)] }
    var parts = [[Int32]](repeating: [], count: count)
    if stratified {
      let classes = try Self.classes(of: rows, in: examples, folds: count)
      for (number, shares) in classes {
        var members = order.filter { number == Self.label(of: $0, in: examples) }[...]
        for (part, share) in shares.enumerated() {
          parts[part] += members.prefix(share)
          members = members.dropFirst(share)
        }
      }
    } else {
      for part in 0..<count {
        parts[part] += order[ThreadPool.range(ofChunk: part, of: count, count: order.count)]
      }
    }
    self.parts = parts.map { $0.sorted() }
  }

  /// All rows but those of one part, ascending.
  public func training(without part: Int) -> [Int32] {
    parts.indices.filter { $0 != part }.flatMap { parts[$0] }.sorted()
  }

  /// The classes that occur, in the order of their first rows, and how many rows of each go to
  /// each part.
  private static func classes(
    of rows: [Int32], in examples: Examples, folds: Int
  ) throws(DatasetError) -> [(number: Int32, shares: [Int])] {
    guard case .classes(_, let limit) = examples.targets else {
      throw refusal(.stratifiedFoldsOfNumbers)
    }
    var totals = [Int](repeating: 0, count: limit)
    var numbers: [Int32] = []
    for row in rows {
      let number = label(of: row, in: examples)
      if totals[Int(number)] == 0 { numbers.append(number) }
      totals[Int(number)] += 1
    }
    var first = 0
    var classes: [(number: Int32, shares: [Int])] = []
    for number in numbers {
      let total = totals[Int(number)]
      guard total >= folds else {
        throw refusal(.foldClass(Int(number), exampleCount: total, folds: folds))
      }
      var shares = [Int](repeating: 0, count: folds)
      for place in first..<first + total { shares[place % folds] += 1 }
      first += total
      classes.append((number, shares))
    }
    return classes
  }

  private static func label(of row: Int32, in examples: Examples) -> Int32 {
    guard case .classes(let classes, _) = examples.targets else { return 0 }
    return classes[Int(row)]
  }

  private static func refusal(_ fault: DatasetError.DivisionFault) -> DatasetError {
    DatasetError(file: "folds", option: "folds", .division(fault))
  }
}
