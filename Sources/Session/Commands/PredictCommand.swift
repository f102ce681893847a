import Charts
import Datasets
import Language
import Networks
import TensorEngine

/// `predict 0.5 -0.2`, `predict example 7`: what the network makes of one input.
enum PredictCommand {
  static let definition = CommandDefinition(
    verb: "predict", family: .training, summary: "what the network makes of one input",
    forms: ["predict example 7", "predict 0.5 -0.2", "predict example 7 ensemble=a,b,c"],
    words: ["example"], options: [EnsembleCommand.option],
    example: TrainCommand.definition.example + ["predict 0.5 -0.2"], action: .cell(run))

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let data = try execution.data(for: arguments)
    if arguments.has(EnsembleCommand.option.name) {
      return try EnsemblePrediction.run(&execution, arguments, data)
    }
    let network = try execution.network(for: arguments, fitting: data).network
    let first = try arguments.value(0, orSay: "predict needs an input: predict example 7")
    let outputs: [Float]
    var look: [Block] = []
    var facts: [Fact] = []
    if first.text == "example" {
      try arguments.expect(atMost: 2)
      let value = try arguments.value(1, orSay: "predict example needs a number")
      let number = try arguments.count(
        value, what: "the example", in: 1...max(1, data.examples.count))
      outputs = try predict(
        data.examples, rows: [Int32(number - 1)], network, execution, arguments)
      facts.append(Fact("example", .count(number), text: "example \(number)"))
      facts.append(truth(of: number - 1, in: data))
      if data.rows(of: .test).contains(Int32(number - 1)) { look = [execution.lookAtTest()] }
    } else {
      let input = try self.input(arguments, data)
      outputs = try predict(input, rows: [0], network, execution, arguments)
    }
    return Document([.facts(facts + prediction(outputs, of: network, in: data))] + look)
  }

  /// The numbers typed, as the one example of a set that is scaled like the data.
  static func input(
    _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> Examples {
    let count = data.examples.featureCount
    guard arguments.values.count == count, count <= 64 else {
      throw Diagnostic(
        "predict needs \(count) numbers, one a feature", at: arguments.command.range,
        hints: ["predict example 7 takes one from the data"])
    }
    var features: [Float] = []
    for value in arguments.values {
      let feature = Float(try arguments.evaluator.number(value))
      guard feature.isFinite else {
        throw Diagnostic("this number is too large for an input", at: value.range)
      }
      features.append(feature)
    }
    guard let examples = data.unlabelled(features) else {
      throw Diagnostic("these numbers can't be an input", at: arguments.command.range)
    }
    return examples
  }

  private static func predict(
    _ examples: Examples, rows: [Int32], _ network: Network, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> [Float] {
    do {
      try network.checkOutputs(fit: examples)
      return try network.predict(examples, rows: rows, pool: execution.settings.pool).elements
    } catch {
      throw Wording.diagnostic(for: error, in: arguments, at: arguments.command.range)
    }
  }

  static func truth(of row: Int, in data: DataInHand) -> Fact {
    switch data.examples.targets {
    case .classes(let classes, _):
      let name = data.dataset.classNames[Int(classes[row])]
      return Fact("truth", .text(name), text: "is class \(name)")
    case .values(let values, let width):
      let value = Double(values[row * width])
      return Fact("truth", .number(value), text: "is \(TrainingText.number(value))")
    }
  }

  private static func prediction(
    _ outputs: [Float], of network: Network, in data: DataInHand
  ) -> [Fact] {
    guard data.isClassification else {
      let value = Double(outputs.first ?? 0)
      return [Fact("output", .number(value), text: "output \(TrainingText.number(value))")]
    }
    let names = data.dataset.classNames
    let (index, probability) = Prediction.choice(outputs, threshold: network.decisionThreshold)
    let name = index < names.count ? names[index] : String(index)
    let prediction = Fact("prediction", .text(name), text: "predicted class \(name)")
    // Trained with mse or hinge, a last layer without sigmoid or softmax gives no probabilities.
    let isProbability =
      network.training.loss?.givesProbabilities != false
      || [.sigmoid, .softmax].contains(network.outputActivation)
    return isProbability ? [prediction, Fact("probability", .fraction(probability))] : [prediction]
  }
}

/// Reads the outputs of a network that classifies.
enum Prediction {
  /// The class that is predicted, and its probability. One output is the probability of class 1,
  /// or a score that speaks for it above a threshold; among several, the first of the greatest
  /// wins.
  static func choice(
    _ outputs: some Collection<Float>, threshold: Float = 0.5
  ) -> (index: Int, probability: Double) {
    guard outputs.count > 1 else {
      let output = outputs.first ?? 0
      return output > threshold ? (1, Double(output)) : (0, 1 - Double(output))
    }
    var best = (index: 0, probability: -Double.infinity)
    for (index, output) in outputs.enumerated() where Double(output) > best.probability {
      best = (index, Double(output))
    }
    return best
  }
}
