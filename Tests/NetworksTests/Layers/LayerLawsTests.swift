import Networks
import TensorEngine
import Testing

@Suite("Every layer")
struct LayerLawsTests {
  @Test("puts out what it says it puts out", arguments: LayerSample.all)
  func shapes(sample: LayerSample) throws {
    let network = try Samples.network(sample.input, sample.layer)
    let examples = try Samples.examples(sample.input, count: 5, .values(width: 1))
    let expected = try sample.layer.outputShape(for: sample.input)
    #expect(network.outputShape == expected)
    let output = try #require(try network.layerOutputs(examples).last)
    #expect(output.shape == Shape([5] + expected.dimensions))
    #expect(try network.predict(examples) == output)
  }

  @Test("counts the parameters that it has, and derives the count", arguments: LayerSample.all)
  func counts(sample: LayerSample) throws {
    let network = try Samples.network(sample.input, sample.layer)
    let summary = try #require(network.summaries.first)
    let specifications = sample.layer.parameters(for: sample.input)
    #expect(summary.parameterCount == specifications.reduce(0) { $0 + $1.shape.count })
    #expect(network.parameters[0].names == specifications.map(\.name))
    #expect(network.parameters[0].tensors.map(\.shape) == specifications.map(\.shape))
    if let derivation = summary.derivation {
      #expect(derivation.total == summary.parameterCount)
    } else {
      #expect(summary.parameterCount == 0)
    }
  }

  @Test("has the gradients that differences of the loss give", arguments: LayerSample.all)
  func gradients(sample: LayerSample) throws {
    let network = try Samples.network(
      [3], seed: 11, ShapedDense(shape: sample.input), sample.layer,
      Dense(units: 2, activation: .tanh, l2: 0.01))
    let examples = try Samples.examples([3], count: 6, .values(width: 2))
    try GradientCheck.check(
      network, examples, loss: .meanSquaredError, hasKinks: sample.hasKinks,
      sample.testDescription)
  }

  @Test("has the gradients that differences give in training too", arguments: LayerSample.all)
  func trainingGradients(sample: LayerSample) throws {
    let network = try Samples.network(
      [3], seed: 11, ShapedDense(shape: sample.input), sample.layer,
      Dense(units: 2, activation: .tanh, l2: 0.01))
    let examples = try Samples.examples([3], count: 6, .values(width: 2))
    try GradientCheck.check(
      network, examples, loss: .meanSquaredError, isTraining: true, hasKinks: sample.hasKinks,
      sample.testDescription)
  }

  @Test("trains on batches of one, and on a short last batch", arguments: LayerSample.all)
  func smallBatches(sample: LayerSample) throws {
    let network = try Samples.network(
      [3], seed: 11, ShapedDense(shape: sample.input), sample.layer, Dense(units: 2))
    let examples = try Samples.examples([3], count: 7, .values(width: 2))
    for size in [1, 3] {
      let settings = TrainingSettings(epochs: 2, batchSize: size, seed: 3)
      let runs = try (0..<2).map { _ in
        try Trainer(
          network: network, examples: examples, trainingRows: Samples.rows(0..<7),
          settings: settings
        ).run()
      }
      #expect(runs[0] == runs[1])
      #expect(runs[0].network.parameterBits != network.parameterBits)
    }
  }

  @Test("keeps every bit where it is frozen", arguments: LayerSample.all)
  func frozen(sample: LayerSample) throws {
    var network = try Samples.network(
      [3], seed: 11, ShapedDense(shape: sample.input), sample.layer, Dense(units: 2))
    try network.freeze(layers: 2...2)
    let examples = try Samples.examples([3], count: 7, .values(width: 2))
    let after = try Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<7),
      settings: TrainingSettings(epochs: 2, batchSize: 3, optimizer: .adam(Adam()))
    ).run().network
    #expect(after.parameters[1].tensors == network.parameters[1].tensors)
    #expect(after.parameters[0].tensors != network.parameters[0].tensors)
  }

  @Test("is typed back as its text says", arguments: LayerSample.all)
  func text(sample: LayerSample) {
    let layer = sample.layer
    #expect(layer.text.hasPrefix(layer.title) && layer.title.hasPrefix(layer.kind))
    for setting in layer.written { #expect(layer.text.contains(setting.value.text)) }
    #expect(LayerTable.type(of: layer.kind) == type(of: layer))
  }

  @Test("is held to these laws, and has a word of its own")
  func kinds() {
    #expect(Set(LayerSample.all.map(\.layer.kind)) == Set(LayerTable.kinds))
    #expect(Set(LayerTable.kinds).count == LayerTable.types.count)
  }

  @Test("says whether it passes its inputs outside training", arguments: LayerSample.all)
  func passing(sample: LayerSample) throws {
    let network = try Samples.network(sample.input, sample.layer)
    let examples = try Samples.examples(sample.input, count: 5, .values(width: 1))
    let output = try #require(try network.layerOutputs(examples).last)
    guard case .floats(let inputs) = examples.inputs else { return }
    let isSame = output.elements == Array(inputs.prefix(output.count))
    // A linear activation passes them too, but its kind does not.
    let isExpected = sample.layer.passesInputs || sample.layer.title == "activation linear"
    #expect(isSame == isExpected)
  }

  @Test("has a number of units of its own only where it says so", arguments: LayerSample.all)
  func units(sample: LayerSample) throws {
    let output = try sample.layer.outputShape(for: sample.input)
    switch sample.layer.unitLinks {
    case .all: #expect(sample.layer.parameters(for: sample.input).contains { $0.role == .kernel })
    case .one: #expect(output.last == sample.input.last)
    case nil: #expect(output.count == sample.input.count)
    }
  }

  @Test("leaves the draws of all others alone where it has no parameters")
  func draws() throws {
    let plain = try Samples.network(
      [4], seed: 3, Dense(units: 5, activation: .tanh), Dense(units: 2))
    for sample in LayerSample.all
    where sample.layer.parameters(for: sample.input).isEmpty && !(sample.layer is Flatten)
      && (try? sample.layer.outputShape(for: [5])) != nil
    {
      var longer = plain
      try longer.insert(sample.layer, at: 1)
      #expect(longer.parameterBits == plain.parameterBits)
      let built = try Samples.network(
        [4], seed: 3, Dense(units: 5, activation: .tanh), sample.layer, Dense(units: 2))
      #expect(built == longer)
    }
  }
}
