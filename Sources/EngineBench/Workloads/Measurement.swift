/// One line of results: the median of some runs of a workload.
struct Measurement {
  let workload: Workload
  let threads: Int
  /// What was measured, where the workload has several figures.
  var metric: String?
  /// One figure a run.
  let values: [Double]
  let unit: String
  /// What else is worth a look, such as the loss that was reached.
  var remarks: [(name: String, value: Double)] = []

  var median: Double {
    let sorted = values.sorted()
    guard let middle = sorted.dropFirst(sorted.count / 2).first else { return 0 }
    return sorted.count.isMultiple(of: 2) ? (sorted[sorted.count / 2 - 1] + middle) / 2 : middle
  }

  /// The line as JSON.
  var json: String {
    var fields = ["\"workload\": \"\(workload.rawValue)\"", "\"peer\": \"overfit\""]
    fields.append("\"threads\": \(threads)")
    if let metric { fields.append("\"metric\": \"\(metric)\"") }
    fields += [
      "\"median\": \(median)", "\"min\": \(values.min() ?? 0)", "\"max\": \(values.max() ?? 0)",
      "\"runs\": \(values.count)", "\"unit\": \"\(unit)\"",
    ]
    fields += remarks.map { "\"\($0.name)\": \($0.value)" }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  /// The line as it is read.
  var text: String {
    let place = [workload.rawValue, metric].compactMap(\.self).joined(separator: " ")
    let figures = [median, values.min() ?? 0, values.max() ?? 0].map { Self.rounded($0) }
    let remarks = remarks.map { " · \($0.name) \(Self.rounded($0.value))" }.joined()
    return "\(place) · \(threads) \(threads == 1 ? "thread" : "threads") · \(figures[0]) \(unit)"
      + " (\(figures[1]) to \(figures[2]), \(values.count) runs)\(remarks)"
  }

  /// Five significant digits.
  private static func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    var factor = 1.0
    while (value * factor).magnitude < 10_000 { factor *= 10 }
    return (value * factor).rounded() / factor
  }
}
