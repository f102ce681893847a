import Charts
import Commands
import Language
import Networks

/// `plot activation tanh`: a function with its derivative; `plot activation relu elu gelu`:
/// several functions, or with `derivative=yes` their derivatives.
enum ActivationPlot {
  static let options = [
    OptionDefinition(
      name: "derivative", kind: .yesOrNo, standard: "beside the function, if it is one",
      meaning: "plot activation: draw derivatives and not the functions")
  ]

  static let plot = Plot(
    name: "activation", values: 1...6, example: " tanh", options: options.map(\.name)
  ) {
    (execution, arguments) throws(Diagnostic) in
    let derivative = try arguments.yesOrNo("derivative")
    let words = Activation.allCases.filter { $0.value(at: 0) != nil }.map(\.rawValue)
    var activations: [Activation] = []
    for value in arguments.values.dropFirst() {
      if arguments.text(of: value) == Activation.softmax.rawValue {
        throw Diagnostic(
          "softmax is a function of a whole row, so there is no curve of it", at: value.range,
          hints: ["print softmax([1, 2, 3])"])
      }
      let word = try arguments.word(value, among: words, what: "activation")
      if let activation = Activation(rawValue: word) { activations.append(activation) }
    }
    return .line(chart(activations, derivative: derivative))
  }

  private static func chart(_ activations: [Activation], derivative: Bool?) -> LineChart {
    var series: [LineChart.Series] = []
    for activation in activations {
      if derivative != true { series.append(curve(activation.rawValue, activation.value(at:))) }
      let isShown = derivative ?? (activations.count == 1)
      if isShown {
        series.append(curve("\(activation.rawValue)'", activation.derivative(at:)))
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
