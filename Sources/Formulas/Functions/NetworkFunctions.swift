import Language
import Networks
import TensorEngine
import Workbench

extension ExpressionFunction {
  /// Functions that reach into the network and the data in hand.
  static let networkFunctions: [ExpressionFunction] = [
    ExpressionFunction(
      name: "weights", usage: "weights(1)", meaning: "the kernel of layer 1 [inputs, units]",
      arity: 1...1
    ) { call throws(Diagnostic) in try call.parameter("kernel", called: "weights") },
    ExpressionFunction(
      name: "bias", usage: "bias(1)", meaning: "the biases of layer 1", arity: 1...1
    ) { call throws(Diagnostic) in try call.parameter("bias", called: "biases") },
    parameter("gamma", "what the batchnorm layer 2 multiplies each feature by"),
    parameter("beta", "what the batchnorm layer 2 adds to each feature"),
    parameter("moving_mean", "the mean of each feature that the batchnorm layer 2 keeps"),
    parameter("moving_variance", "the variance of each feature that the batchnorm layer 2 keeps"),
    ExpressionFunction(
      name: "gradient", usage: "gradient(1)",
      meaning: "the gradient by the weights of layer 1: of the batch in hand, or of loss()",
      arity: 1...2
    ) { call throws(Diagnostic) in try call.gradient() },
    ExpressionFunction(
      name: "output", usage: "output(1)",
      meaning: "the outputs of layer 1: for the batch in hand, or for all training examples",
      arity: 1...1
    ) { call throws(Diagnostic) in try call.output() },
    ExpressionFunction(
      name: "parameters", usage: "parameters()", meaning: "how many parameters the network has",
      arity: 0...0
    ) { call throws(Diagnostic) in .number(Double(try call.network().parameterCount)) },
    ExpressionFunction(
      name: "rate", usage: "rate()",
      meaning: "the last learning rate; rate(SCHEDULE, t) is a schedule's after t epochs",
      arity: 0...2
    ) { call throws(Diagnostic) in try call.learningRate() },
    ExpressionFunction(
      name: "loss", usage: "loss(validation)",
      meaning: "the loss on a split; loss() is the training loss with its penalty", arity: 0...1
    ) { call throws(Diagnostic) in
      let evaluation = try call.evaluation()
      return .number(call.arguments.isEmpty ? evaluation.loss : evaluation.dataLoss)
    },
    ExpressionFunction(
      name: "error", usage: "error(validation)",
      meaning: "the share of a split's examples that is classified wrongly", arity: 1...1
    ) { call throws(Diagnostic) in .number(try call.share(\.error)) },
    ExpressionFunction(
      name: "accuracy", usage: "accuracy(validation)",
      meaning: "the share of a split's examples that is classified rightly", arity: 1...1
    ) { call throws(Diagnostic) in .number(try call.share(\.accuracy)) },
  ]

  /// A function that gives the parameter of its own name.
  private static func parameter(_ name: String, _ meaning: String) -> ExpressionFunction {
    ExpressionFunction(name: name, usage: "\(name)(2)", meaning: meaning, arity: 1...1) {
      call throws(Diagnostic) in try call.parameter(name, called: name)
    }
  }
}

extension FunctionCall {
  func network() throws(Diagnostic) -> Network {
    guard let hand = state.network else {
      throw Diagnostic(
        "\(name.text) needs a network, and there is none", at: name.range,
        hints: ["network starts an empty one"])
    }
    return hand.network
  }

  func parameter(_ parameter: String, called noun: String) throws(Diagnostic) -> Quantity {
    let network = try network()
    let index = try layerIndex(in: network)
    guard let tensor = network.parameters[index][parameter] else {
      throw Diagnostic(
        "layer \(index + 1), \(network.summaries[index].text), has no \(noun)",
        at: arguments[0].range)
    }
    return try matrix(of: tensor)
  }

  /// gradient(1), gradient(1, bias), gradient(1, output).
  func gradient() throws(Diagnostic) -> Quantity {
    let (network, data) = try networkAndData()
    let index = try layerIndex(in: network)
    let backward = state.network?.batch?.pass.gradients
    if arguments.count > 1, evaluator.text(of: arguments[1]) == "output" {
      return try outputGradient(index, backward)
    }
    let names = network.parameters[index].names
    let name = try parameterName(among: names)
    guard let position = names.firstIndex(of: name) else {
      throw Diagnostic(
        "layer \(index + 1), \(network.summaries[index].text), has no weights",
        at: arguments[0].range)
    }
    let batch = backward == nil ? try comingGradients(network, data) : backward
    if let gradients = batch {
      return try matrix(of: gradients.parameters[index][position])
    }
    let gradients = try asking { () throws(NetworkError) in
      try network.gradients(
        data.examples, rows: data.rows(of: .training), pool: evaluator.pool)
    }
    return try matrix(of: gradients.layers[index][position])
  }

  /// The gradients that `backward` would find for the batch in hand; nil without one.
  private func comingGradients(
    _ network: Network, _ data: DataInHand
  ) throws(Diagnostic) -> BackwardPass? {
    guard let batch = state.network?.batch else { return nil }
    let trainer = Trainer(
      network: network, examples: data.examples, trainingRows: data.rows(of: .training),
      validationRows: data.rows(of: .validation), settings: batch.settings, pool: evaluator.pool)
    return try asking { () throws(NetworkError) in
      try trainer.pass(
        rows: batch.pass.rows, isTraining: batch.pass.isTraining, goesBack: true
      ).gradients
    }
  }

  private func outputGradient(
    _ index: Int, _ backward: BackwardPass?
  ) throws(Diagnostic) -> Quantity {
    guard let backward else { throw noBatch("backward") }
    guard let tensor = backward.outputs[index] else {
      throw Diagnostic(
        "nothing below layer \(index + 1) needs this gradient, so it is not computed",
        at: arguments[0].range)
    }
    return try matrix(of: tensor)
  }

  private func parameterName(among names: [String]) throws(Diagnostic) -> String {
    guard arguments.count > 1 else { return "kernel" }
    let word = evaluator.text(of: arguments[1]) ?? arguments[1].formatted
    guard names.contains(word) else {
      throw Wording.unknownWord(
        word, what: "parameter of this layer", among: names + ["output"], at: arguments[1].range)
    }
    return word
  }

  func noBatch(_ verb: String) -> Diagnostic {
    Diagnostic(
      "\(name.text) needs a batch in hand", at: name.range,
      hints: [verb == "forward" ? "forward takes one up" : "forward, then \(verb)"])
  }

  func output() throws(Diagnostic) -> Quantity {
    let (network, data) = try networkAndData()
    let index = try layerIndex(in: network)
    if let pass = state.network?.batch?.pass { return try matrix(of: pass.outputs[index]) }
    let rows = data.rows(of: .training)
    let width = network.summaries.reduce(0) { $0 + min($1.outputShape.count, Matrix.limit) }
    try check(elements: rows.count.multipliedReportingOverflow(by: width).partialValue)
    return try matrix(
      of: asking { () throws(NetworkError) in
        try network.layerOutputs(data.examples, rows: rows, pool: evaluator.pool)[index]
      })
  }

  /// The accuracy or the error of the split that is named.
  func share(_ share: KeyPath<Evaluation, Double?>) throws(Diagnostic) -> Double {
    guard let share = try evaluation()[keyPath: share] else {
      throw Diagnostic(
        "\(name.text) is a share of classes, and this target is a number", at: name.range,
        hints: ["loss(\(arguments.first?.formatted ?? "train")) is what there is"])
    }
    return share
  }

  /// The evaluation on the split that is named; without one, of what training makes smaller: the
  /// training split, with class weights.
  func evaluation() throws(Diagnostic) -> Evaluation {
    let (network, data) = try networkAndData()
    let rows = data.rows(of: arguments.isEmpty ? .training : try part(0, of: data))
    let settings = arguments.isEmpty ? network.training.lossSettings : nil
    return try asking { () throws(NetworkError) in
      try network.evaluate(data.examples, rows: rows, settings: settings, pool: evaluator.pool)
    }
  }

  /// The split that an argument names; the test split takes note of the look.
  func part(_ index: Int, of data: DataInHand) throws(Diagnostic) -> DataInHand.Part {
    let argument = arguments[index]
    guard case .word = argument.kind, let word = evaluator.text(of: argument) else {
      throw Diagnostic("a split is expected: train, validation or test", at: argument.range)
    }
    let part = try SplitName.part(word, of: data, at: argument.range)
    if part == .test { evaluator.looks?.happened = true }
    return part
  }

  func networkAndData() throws(Diagnostic) -> (Network, DataInHand) {
    let network = try network()
    let data = try data()
    guard !network.layers.isEmpty else {
      throw Wording.noLayers(at: name.range, for: data)
    }
    guard network.inputShape == data.examples.inputShape else {
      throw Diagnostic(
        "the network does not fit the data in hand", at: name.range,
        hints: ["network starts one for the data in hand"])
    }
    return (network, data)
  }

  func layerIndex(in network: Network) throws(Diagnostic) -> Int {
    let argument = arguments[0]
    if case .word = argument.kind, let word = evaluator.text(of: argument),
      let index = network.layers.firstIndex(where: { $0.name == word })
    {
      return index
    }
    let number = try evaluator.number(argument)
    guard let layer = Int(exactly: number), layer > 0, layer <= network.layers.count else {
      throw Diagnostic(
        "there is no such layer", at: argument.range,
        hints: network.layers.isEmpty
          ? ["the network has no layers"] : ["the layers are 1 to \(network.layers.count)"])
    }
    return layer - 1
  }

  /// A tensor in rows: so many, or those of its last dimension.
  func matrix(of tensor: Tensor, rows: Int? = nil) throws(Diagnostic) -> Quantity {
    try check(elements: tensor.shape.count)
    let columns = rows.map { tensor.shape.count / max(1, $0) } ?? tensor.shape.last
    return .matrix(
      Matrix(
        rows: rows ?? tensor.shape.count / max(1, columns), columns: columns,
        elements: tensor.elements.map(Double.init)))
  }

  private func check(elements: Int) throws(Diagnostic) {
    guard elements <= Matrix.limit else {
      throw Diagnostic("these are too many numbers for a formula", at: name.range)
    }
  }

  func asking<Value>(
    _ question: () throws(NetworkError) -> Value
  ) throws(Diagnostic) -> Value {
    do {
      return try question()
    } catch {
      throw Wording.diagnostic(for: error, at: name.range)
    }
  }
}
