import Charts
import Commands
import Language
import Networks
import Reports

/// `plot activation tanh`: a function with its derivative; `plot activation relu elu gelu`:
/// several functions, or with `derivative=yes` their derivatives.
enum ActivationPlot {
  private static let derivative = CommandOption<Bool>.yesOrNo(
    "derivative", standard: "beside the function, if it is one",
    meaning: "plot activation: draw derivatives and not the functions")

  static let plot = Plot(
    chartNamed: "activation", values: 1...6, example: " tanh", options: [derivative.definition]
  ) {
    (execution, arguments) throws(Diagnostic) in
    let derivative = try arguments.value(of: derivative)
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
    return .line(ActivationChart.chart(activations, derivative: derivative))
  }
}
