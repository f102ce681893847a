package import Charts
package import Networks

/// Functions that activate, with or in the place of their derivatives, from -4 to 4.
package enum ActivationChart {
  /// Draws some functions.
  ///
  /// - Parameter derivative: Whether derivatives are drawn and not the functions; nil for both where
  ///   there is one function.
  package static func chart(_ activations: [Activation], derivative: Bool?) -> LineChart {
    var series: [LineChart.Series] = []
    for activation in activations {
      if derivative != true {
        series.append(curve(activation.rawValue) { activation.value(at: $0) })
      }
      let isShown = derivative ?? (activations.count == 1)
      if isShown {
        series.append(curve("\(activation.rawValue)'") { activation.derivative(at: $0) })
      }
    }
    return LineChart(
      title: "activation", xAxis: Axis("x"), yAxis: Axis("y"), series: series,
      caption: series.map(caption).joined(separator: " · "))
  }

  /// From -4 to 4.
  private static func curve(_ name: String, _ value: (Double) -> Double?) -> LineChart.Series {
    LineChart.Series(
      name,
      points: (0...160).map { index in
        let x = Double(index - 80) / 20
        return Point(x, value(x) ?? 0)
      })
  }

  /// "tanh: -0.7616 at -1, 0 at 0, 0.7616 at 1"
  private static func caption(_ series: LineChart.Series) -> String {
    let values = [60, 80, 100].map { index in
      let point = series.points[index]
      return "\(NumberText.significant(point.y, digits: 4)) at \(Int(point.x))"
    }
    return "\(series.name): \(values.joined(separator: ", "))"
  }
}
