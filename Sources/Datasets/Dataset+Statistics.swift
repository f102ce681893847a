import TensorEngine

/// A class and how many examples it has.
public struct ClassCount: Sendable, Equatable {
  /// The class's name.
  public let name: String
  /// The number of its examples.
  public let count: Int
}

/// How the values of a feature are spread.
///
/// ```
/// mean = sum(x) / n        deviation = sqrt(sum((x - mean)^2) / n)
/// ```
///
/// The deviation is the biased one, as scikit-learn's `StandardScaler` has it. All four are 0 if
/// there is no value.
public struct FeatureStatistics: Sendable, Equatable {
  /// The feature's name, or `pixel`.
  public let name: String
  /// The smallest value.
  public let minimum: Double
  /// The largest value.
  public let maximum: Double
  /// The mean value.
  public let mean: Double
  /// The square root of the mean squared distance from the mean.
  public let deviation: Double
}

extension Dataset {
  /// How many examples each class has, in the order of the classes; empty for a regression.
  public var classCounts: [ClassCount] {
    counts(of: 0..<examples.count)
  }

  /// How many of some rows each class has, in the order of the classes; empty for a regression.
  public func classCounts(of rows: [Int32]) -> [ClassCount] {
    counts(of: rows.lazy.map { Int($0) })
  }

  private func counts(of rows: some Sequence<Int>) -> [ClassCount] {
    guard case .classes(let classes, let count) = examples.targets else { return [] }
    var counts = [Int](repeating: 0, count: count)
    for row in rows { counts[Int(classes[row])] += 1 }
    return zip(classNames, counts).map { ClassCount(name: $0, count: $1) }
  }

  /// The spread of each feature of a table, or that of all the pixels of images together.
  ///
  /// - Parameter rows: the rows to look at; `nil` is all of them.
  /// - Complexity: two passes over the values of the rows.
  public func featureStatistics(of rows: [Int32]? = nil) -> [FeatureStatistics] {
    let rows = rows ?? examples.allRows
    switch examples.inputs {
    case .bytes(let bytes):
      return [pixelStatistics(bytes, rows)]
    case .floats(let values) where isImages:
      return [pixelStatistics(values, rows)]
    case .floats(let values):
      let names = featureNames
      return FeatureSpread(values: values, width: examples.featureCount, rows: rows)
        .statistics(names: names)
    }
  }

  /// The spread of a regression's target; `nil` for classes.
  ///
  /// - Parameter rows: the rows to look at; `nil` is all of them.
  public func targetStatistics(of rows: [Int32]? = nil) -> FeatureStatistics? {
    guard case .values(let values, let width) = examples.targets, width == 1 else { return nil }
    return FeatureSpread(values: values, width: 1, rows: rows ?? examples.allRows)
      .statistics(names: [targetName])[0]
  }

  /// All pixels of the rows as one column, in their order.
  private func pixelStatistics(_ values: [Float], _ rows: [Int32]) -> FeatureStatistics {
    let width = examples.featureCount
    var (minimum, maximum) = (Float.infinity, -Float.infinity)
    var sum = 0.0
    for row in rows {
      for pixel in values[Int(row) * width..<(Int(row) + 1) * width] {
        minimum = min(minimum, pixel)
        maximum = max(maximum, pixel)
        sum += Double(pixel)
      }
    }
    let total = Double(max(rows.count * width, 1))
    let mean = sum / total
    var squares = 0.0
    for row in rows {
      for pixel in values[Int(row) * width..<(Int(row) + 1) * width] {
        squares += (Double(pixel) - mean) * (Double(pixel) - mean)
      }
    }
    return FeatureStatistics(
      name: "pixel", minimum: rows.isEmpty ? 0 : Double(minimum),
      maximum: rows.isEmpty ? 0 : Double(maximum), mean: mean,
      deviation: (squares / total).squareRoot())
  }

  /// Bytes are counted by value first, so that no sum depends on an order.
  private func pixelStatistics(_ bytes: [UInt8], _ rows: [Int32]) -> FeatureStatistics {
    let width = examples.featureCount
    var counts = [Int](repeating: 0, count: 256)
    for row in rows {
      for pixel in bytes[Int(row) * width..<(Int(row) + 1) * width] { counts[Int(pixel)] += 1 }
    }
    let total = Double(max(rows.count * width, 1))
    let sum = counts.indices.reduce(0) { $0 + $1 * counts[$1] }
    let mean = Double(sum) / total
    var squares = 0.0
    for (value, count) in counts.enumerated() {
      squares += Double(count) * (Double(value) - mean) * (Double(value) - mean)
    }
    return FeatureStatistics(
      name: "pixel", minimum: Double(counts.firstIndex { $0 > 0 } ?? 0),
      maximum: Double(counts.lastIndex { $0 > 0 } ?? 0), mean: mean,
      deviation: (squares / total).squareRoot())
  }
}

extension Examples {
  /// Every row number, ascending.
  var allRows: [Int32] { (0..<Int32(count)).map { $0 } }
}

/// The columns of a float matrix `[N, width]`, measured over some rows in double precision.
///
/// Each column's sums run over the rows in the order given.
private struct FeatureSpread {
  let values: [Float]
  let width: Int
  let rows: [Int32]

  func statistics(names: [String]) -> [FeatureStatistics] {
    guard let first = rows.first else {
      return names.map {
        FeatureStatistics(name: $0, minimum: 0, maximum: 0, mean: 0, deviation: 0)
      }
    }
    var minimum = Array(values[Int(first) * width..<(Int(first) + 1) * width])
    var maximum = minimum
    var sums = [Double](repeating: 0, count: width)
    forEachValue { column, value in
      minimum[column] = min(minimum[column], value)
      maximum[column] = max(maximum[column], value)
      sums[column] += Double(value)
    }
    let means = sums.map { $0 / Double(rows.count) }
    var squares = [Double](repeating: 0, count: width)
    forEachValue { column, value in
      let distance = Double(value) - means[column]
      squares[column] += distance * distance
    }
    return names.indices.map { column in
      FeatureStatistics(
        name: names[column], minimum: Double(minimum[column]),
        maximum: Double(maximum[column]), mean: means[column],
        deviation: (squares[column] / Double(rows.count)).squareRoot())
    }
  }

  private func forEachValue(_ body: (Int, Float) -> Void) {
    for row in rows {
      let start = Int(row) * width
      for column in 0..<width { body(column, values[start + column]) }
    }
  }
}
