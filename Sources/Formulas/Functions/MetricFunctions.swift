import Charts
import Datasets
import Language
import Networks
import TensorEngine
import Workbench

extension ExpressionFunction {
  /// Functions that measure a network on a split.
  static let metricFunctions: [ExpressionFunction] =
    [ofClasses, [area], ofProbabilities, ofAnswers, ofNumbers, partsOfTheLoss].flatMap { $0 }

  private static let ofClasses = ClassMetric.all.map { function(of: $0) }
  private static let ofProbabilities = ProbabilityMetric.all.map { function(of: $0) }
  private static let ofNumbers = NumberMetric.all.map { function(of: $0) }

  private static let area = ExpressionFunction(
    name: "auc", usage: "auc(validation)",
    meaning: "the area under the ROC curve; more classes: the mean of each against all",
    arity: 1...1
  ) { call throws(Diagnostic) in .number(try call.area()) }

  private static let ofAnswers = [
    ExpressionFunction(
      name: "top_k", usage: "top_k(2, validation)",
      meaning: "the share of examples whose class is among the 2 likeliest", arity: 2...2
    ) { call throws(Diagnostic) in .number(try call.topAccuracy()) },
    ofThreshold(
      "coverage", "the share of examples of 90% confidence or more: what is answered"
    ) { $0.share },
    ofThreshold(
      "selective_accuracy", "the accuracy of what is answered, at 90% confidence or more"
    ) { $0.accuracy },
    ExpressionFunction(
      name: "predictions", usage: "predictions()",
      meaning:
        "what the last predict of a split or a file gave: a row an example, a column a class",
      arity: 0...0
    ) { call throws(Diagnostic) in .matrix(try call.predictions()) },
    ExpressionFunction(
      name: "confusion", usage: "confusion(validation)",
      meaning: "the confusion matrix, a row for each true class", arity: 1...1
    ) { call throws(Diagnostic) in .matrix(try call.confusionMatrix()) },
  ]

  /// The loss that training makes smaller, in its parts.
  private static let partsOfTheLoss = [
    ExpressionFunction(
      name: "data_loss", usage: "data_loss()", meaning: "loss() without its penalty", arity: 0...0
    ) { call throws(Diagnostic) in .number(try call.evaluation().dataLoss) },
    ExpressionFunction(
      name: "penalty", usage: "penalty()", meaning: "what the weights add to loss()", arity: 0...0
    ) { call throws(Diagnostic) in .number(try call.evaluation().penalty) },
  ]

  private static func function(of metric: ClassMetric) -> ExpressionFunction {
    ExpressionFunction(
      name: metric.name, usage: "\(metric.name)(validation)",
      meaning: "\(metric.meaning); more classes: macro", arity: 1...2
    ) { call throws(Diagnostic) in
      let confusion = try call.classPredictions(argument: 0).confusion
      if call.arguments.count == 2 {
        return .number(metric.value(confusion, try call.classIndex(argument: 1)).value)
      }
      let (_, data) = try call.networkAndData()
      let positive = data.positiveClass(for: call.state.network)
      return .number(metric.value(of: confusion, positive: positive).value)
    }
  }

  private static func ofThreshold(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Coverage) -> Double?
  ) -> ExpressionFunction {
    ExpressionFunction(
      name: name, usage: "\(name)(90%, validation)", meaning: meaning, arity: 2...2
    ) { call throws(Diagnostic) in
      guard let value = value(try call.coverage()) else {
        throw Diagnostic(
          "nothing is answered: no prediction is as sure as this", at: call.arguments[0].range)
      }
      return .number(value)
    }
  }

  private static func function(of metric: ProbabilityMetric) -> ExpressionFunction {
    ExpressionFunction(
      name: metric.name, usage: "\(metric.name)(validation)", meaning: metric.meaning,
      arity: 1...1
    ) { call throws(Diagnostic) in
      .number(metric.value(try call.probabilities(argument: 0)))
    }
  }

  private static func function(of metric: NumberMetric) -> ExpressionFunction {
    ExpressionFunction(
      name: metric.name, usage: "\(metric.name)(validation)", meaning: metric.meaning,
      arity: 1...1
    ) { call throws(Diagnostic) in .number(metric.value(try call.numberPredictions()).value) }
  }
}

extension FunctionCall {
  /// What the network answers on the split that an argument names; its targets are classes.
  func classPredictions(argument: Int) throws(Diagnostic) -> ClassPredictions {
    let (network, data) = try networkAndData()
    let rows = data.rows(of: try part(argument, of: data))
    let predictions = try asking { () throws(NetworkError) in
      try network.classPredictions(data.examples, rows: rows, pool: evaluator.pool)
    }
    guard let predictions else {
      throw Diagnostic(
        "\(name.text) is about classes, and this target is a number", at: name.range,
        hints: ["mse, mae and r2 are for numbers"])
    }
    return predictions
  }

  /// The predictions in hand, `[N, classes]` or `[N, outputs]`.
  fileprivate func predictions() throws(Diagnostic) -> Matrix {
    guard let predictions = state.predictions else {
      throw Diagnostic(
        "there are no predictions yet", at: name.range,
        hints: ["predict csv FILE makes some, and so does predict validation"])
    }
    let (values, width) =
      switch predictions.answers {
      case .classes(let classes, _): (classes.scores, classes.classCount)
      case .numbers(let values, let width): (values, width)
      }
    guard values.count <= Matrix.limit else {
      throw Diagnostic("there are more than \(Matrix.limit) numbers", at: name.range)
    }
    return Matrix(rows: values.count / max(1, width), columns: width, elements: values)
  }

  /// What the network answers on the split that an argument names, where it is sure to a degree.
  fileprivate func probabilities(argument: Int) throws(Diagnostic) -> ClassPredictions {
    let predictions = try classPredictions(argument: argument)
    guard predictions.areProbabilities else {
      throw Wording.noProbabilities(name.text, at: name.range)
    }
    return predictions
  }

  fileprivate func coverage() throws(Diagnostic) -> Coverage {
    let threshold = try evaluator.number(arguments[0])
    guard threshold > 0, threshold <= 1 else {
      throw Diagnostic(
        "a threshold is more than 0% and at most 100%", at: arguments[0].range)
    }
    return try probabilities(argument: 1).coverage(at: threshold)
  }

  func numberPredictions() throws(Diagnostic) -> NumberPredictions {
    let (network, data) = try networkAndData()
    let rows = data.rows(of: try part(0, of: data))
    let predictions = try asking { () throws(NetworkError) in
      try network.numberPredictions(data.examples, rows: rows, pool: evaluator.pool)
    }
    guard let predictions else {
      throw Diagnostic(
        "\(name.text) is about numbers, and this target is a class", at: name.range,
        hints: ["accuracy, precision, recall and f1 are for classes"])
    }
    return predictions
  }

  fileprivate func area() throws(Diagnostic) -> Double {
    guard let area = try classPredictions(argument: 0).area else {
      throw Diagnostic(
        "auc is not defined: a class has no examples here, or has them all", at: name.range)
    }
    return area
  }

  fileprivate func topAccuracy() throws(Diagnostic) -> Double {
    let number = try evaluator.number(arguments[0])
    let predictions = try classPredictions(argument: 1)
    guard let k = Int(exactly: number), k >= 1, k <= predictions.classCount else {
      throw Diagnostic(
        "k must be a whole number from 1 to \(predictions.classCount)", at: arguments[0].range)
    }
    return predictions.topAccuracy(k)
  }

  fileprivate func confusionMatrix() throws(Diagnostic) -> Matrix {
    let confusion = try classPredictions(argument: 0).confusion
    return Matrix(
      rows: confusion.classCount, columns: confusion.classCount,
      elements: confusion.counts.map { Double($0) })
  }

  /// The class that an argument names, by its name or its number from 0.
  fileprivate func classIndex(argument: Int) throws(Diagnostic) -> Int {
    let (_, data) = try networkAndData()
    let names = data.dataset.classNames
    let value = arguments[argument]
    if let text = evaluator.text(of: value), let index = names.firstIndex(of: text) {
      return index
    }
    if case .word(let word) = value.kind, evaluator.state.bindings.value(of: word) == nil {
      throw Wording.unknownWord(word, what: "class", among: names, at: value.range)
    }
    let number = try evaluator.number(value)
    if let index = names.firstIndex(of: NumberText.significant(number)) { return index }
    guard let index = Int(exactly: number), names.indices.contains(index) else {
      throw Diagnostic(
        "there is no such class", at: value.range,
        hints: ["there are: \(names.prefix(12).joined(separator: ", "))"])
    }
    return index
  }
}
