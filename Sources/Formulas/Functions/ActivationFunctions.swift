import Language
import Networks
import TensorEngine
import Workbench

extension ExpressionFunction {
  /// The activations of layers as functions of numbers, and their derivatives.
  static let activationFunctions: [ExpressionFunction] =
    Activation.allCases.compactMap { function(of: $0) } + [
      ExpressionFunction(
        name: "derivative", usage: "derivative(tanh, 0.5)",
        meaning:
          "the derivative of an activation; derivative(leaky_relu, x, 0.3) has another slope",
        arity: 2...3
      ) { call throws(Diagnostic) in try call.derivative() }
    ]

  /// An activation as a function; nil for one that help has no words for.
  private static func function(of activation: Activation) -> ExpressionFunction? {
    guard let meaning = activation.meaning else { return nil }
    let name = activation.rawValue
    guard activation.takesSlope else {
      return elementwise(name, meaning) { activation.value(at: $0) ?? .nan }
    }
    return ExpressionFunction(
      name: name, usage: "\(name)(x)",
      meaning: "\(meaning); \(name)(x, 0.3) has another slope", arity: 1...2
    ) { call throws(Diagnostic) in
      let slope = try call.slope(argument: 1)
      return try call.map { activation.value(at: $0, slope: slope) ?? .nan }
    }
  }
}

extension FunctionCall {
  /// The slope of an activation left of 0: an argument, or Keras's.
  fileprivate func slope(argument: Int) throws(Diagnostic) -> Double {
    guard arguments.count > argument else { return Activation.standardSlope }
    let slope = try evaluator.number(arguments[argument])
    guard slope >= 0 else {
      throw Diagnostic("a slope is 0 or more", at: arguments[argument].range)
    }
    return slope
  }

  fileprivate func derivative() throws(Diagnostic) -> Quantity {
    let place = arguments[0]
    let known = Activation.allCases.filter { $0.derivative(at: 0) != nil }.map(\.rawValue)
    guard let word = evaluator.text(of: place) else {
      throw Diagnostic(
        "an activation is expected", at: place.range,
        hints: ["there are: \(known.joined(separator: ", "))"])
    }
    if word == Activation.softmax.rawValue {
      throw Diagnostic(
        "softmax is a function of a whole row, so it has a matrix of derivatives", at: place.range,
        hints: ["for p = softmax(x): p[i] * (1 - p[i]) by x[i], -p[i] * p[j] by x[j]"])
    }
    guard known.contains(word), let activation = Activation(rawValue: word) else {
      throw Wording.unknownWord(word, what: "activation", among: known, at: place.range)
    }
    guard activation.takesSlope || arguments.count == 2 else {
      throw Diagnostic("only leaky_relu has a slope", at: arguments[2].range)
    }
    let slope = try slope(argument: 2)
    return try map(argument: 1) { activation.derivative(at: $0, slope: slope) ?? .nan }
  }

  /// An argument with a function applied to each of its elements.
  func map(
    argument: Int = 0, _ function: (Double) -> Double
  ) throws(Diagnostic) -> Quantity {
    switch try evaluator.quantity(arguments[argument]) {
    case .number(let number): return .number(function(number))
    case .matrix(let matrix):
      return .matrix(
        try working { interruption throws(EngineError) in
          try matrix.map(interruption, function)
        })
    case let other:
      throw Diagnostic("numbers are expected, not \(other.kind)", at: arguments[argument].range)
    }
  }
}
