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
/// there is no value. Missing values are left out, and counted.
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
  /// How many values are missing.
  public var missingCount = 0
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
  /// - Parameters:
  ///   - rows: the rows to look at; `nil` is all of them.
  ///   - fillIns: what stands for missing values; without it they are left out and counted.
  /// - Complexity: two passes over the values of the rows.
  public func featureStatistics(
    of rows: [Int32]? = nil, filledWith fillIns: FillIns? = nil
  ) -> [FeatureStatistics] {
    let rows = rows ?? examples.allRows
    switch examples.inputs {
    case .bytes(let bytes):
      return [pixelStatistics(bytes, rows)]
    case .floats(let values) where isImages:
      return [pixelStatistics(values, rows)]
    case .doubles(let values) where isImages:
      return [pixelStatistics(values.map { Float($0) }, rows)]
    case .floats(let values):
      return FeatureSpread(width: examples.featureCount, rows: rows) { Double(values[$0]) }
        .statistics(names: featureNames)
    case .doubles(let values):
      let width = examples.featureCount
      let fill = fillIns?.values
      return FeatureSpread(width: width, rows: rows) { place in
        guard let fill, values[place].isNaN else { return values[place] }
        return fill[place % width]
      }
      .statistics(names: featureNames)
    }
  }

  /// The spread of a regression's target; `nil` for classes.
  ///
  /// - Parameter rows: the rows to look at; `nil` is all of them.
  public func targetStatistics(of rows: [Int32]? = nil) -> FeatureStatistics? {
    guard case .values(_, width: 1) = examples.targets else { return nil }
    let values = targetNumbers
    return FeatureSpread(width: 1, rows: rows ?? examples.allRows) { values[$0] }
      .statistics(names: [targetName])[0]
  }

  /// All pixels of the rows as one column, in their order.
  private func pixelStatistics(_ values: [Float], _ rows: [Int32]) -> FeatureStatistics {
    let width = examples.featureCount
    var (minimum, maximum) = (Float.infinity, -Float.infinity)
    var sum = 0.0
    var watch = InterruptionWatch()
    for row in rows {
      if watch.isAsked(weight: width) { break }
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
      if watch.isAsked(weight: width) { break }
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
    var watch = InterruptionWatch()
    for row in rows {
      if watch.isAsked(weight: width) { break }
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
