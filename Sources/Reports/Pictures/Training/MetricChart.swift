package import Charts
package import Networks

/// What formulas give after each epoch of a training.
package enum MetricChart {
  /// A curve for each formula.
  ///
  /// - Parameters:
  ///   - names: The formulas as they are typed.
  ///   - values: For each epoch, the values of the formulas.
  ///   - positiveClass: The class of two that they tell of; nil where they tell of none alone.
  package static func chart(
    _ names: [String], _ values: [[Double]], of records: [EpochRecord], _ time: HistoryTime,
    positiveClass: String? = nil
  ) -> LineChart {
    let series = names.indices.map { index in
      LineChart.Series(
        names[index], points: zip(records, values).map { Point(time.of($0), $1[index]) })
    }
    var captions = series.map { caption($0, records) }
    if let positiveClass { captions.append("positive class: \(positiveClass)") }
    return LineChart(
      title: names.count == 1 ? names[0] : nil, xAxis: time.axis, yAxis: Axis("value"),
      series: series, caption: captions.joined(separator: " · "))
  }

  /// "f1(validation): 0.51 at first, 0.83 at last, 0.48 to 0.85 between epochs 3 and 17"
  private static func caption(_ series: LineChart.Series, _ records: [EpochRecord]) -> String {
    let values = series.points.map(\.y)
    guard let first = values.first, let last = values.last else { return series.name }
    let places = values.indices
    let least = places.reduce(0) { values[$1] < values[$0] ? $1 : $0 }
    let most = places.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    return "\(series.name): \(text(first)) in epoch \(records.first?.epoch ?? 0), \(text(last)) in "
      + "epoch \(records.last?.epoch ?? 0), least \(text(values[least])) in epoch "
      + "\(records[least].epoch), most \(text(values[most])) in epoch \(records[most].epoch)"
  }

  private static func text(_ value: Double) -> String {
    NumberText.significant(value, digits: 4)
  }
}
