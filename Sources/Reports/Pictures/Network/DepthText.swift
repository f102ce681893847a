import Charts

/// What a quantity does over the layers.
enum DepthText {
  /// A ratio beyond this, from one end of the network to the other, is called vanishing or
  /// exploding.
  static let limit = 100.0

  /// Logarithmic where the values span more than a factor of 20, all above 0.
  static func scale(_ points: [Point]) -> Axis.Scale {
    let values = points.map(\.y).filter { $0 > 0 }
    guard values.count == points.count, let least = values.min(), let most = values.max() else {
      return .linear
    }
    return most / least > 20 ? .logarithmic : .linear
  }

  /// "spread 0.61 at layer 1, 0.0021 at layer 8: falls to a 290th towards the output: vanishing"
  ///
  /// - Parameter direction: The way from the first point to the last.
  static func caption(_ what: String, _ points: [Point], goes direction: String) -> String {
    guard let first = points.first, let last = points.last else { return "" }
    let ends =
      "\(what) \(text(first.y)) at layer \(Int(first.x)), \(text(last.y)) at layer "
      + "\(Int(last.x))"
    guard first.y > 0, last.y > 0 else { return ends }
    let ratio = last.y / first.y
    let change =
      ratio < 0.1
      ? "falls to 1/\(times(1 / ratio))"
      : ratio < 1
        ? "falls to \(NumberText.percent(ratio, places: 0))" : "grows \(times(ratio)) times"
    let verdict = ratio * limit < 1 ? ": vanishing" : ratio > limit ? ": exploding" : ""
    return "\(ends): \(change) \(direction)\(verdict)"
  }

  private static func times(_ ratio: Double) -> String {
    ratio < 10 ? NumberText.significant(ratio, digits: 2) : NumberText.fixed(ratio, places: 0)
  }

  private static func text(_ value: Double) -> String {
    NumberText.significant(value, digits: 3)
  }
}
