import Datasets
import Networks
import TensorEngine
import Testing

@testable import Exchange

@Suite("Files of Keras")
struct KerasFileTests {
  @Test("an archive of Keras 3 loads with its settings, and predicts what Keras does")
  func archive() throws {
    let foreign = try Fixtures.network("table.keras")
    #expect(
      foreign.network.summaries.map(\.text) == [
        "dense 4 relu l2=0.01 max_norm=3", "batchnorm", "dropout 0.3",
        "dense 2 softmax name=answers",
      ])
    #expect(foreign.settings?.optimizer == .sgd(SGD(learningRate: 0.05, momentum: 0.9)))
    #expect(foreign.settings?.loss == .categoricalCrossEntropy)
    #expect(foreign.notes == [])
    // What model(x) of Keras 3.15 gives.
    try expectOutputs(of: foreign.network, for: [1, -2, 0.5], [0.006609222386, 0.993390798569])
  }

  @Test("an older file of a functional model that is one chain loads")
  func older() throws {
    let foreign = try Fixtures.network("image.h5")
    #expect(
      foreign.network.summaries.map(\.text) == [
        "conv 2 3x3 tanh padding=same", "maxpool 2x2", "flatten",
        "activation leaky_relu slope=0.3", "dense 1 sigmoid",
      ])
    #expect(foreign.network.parameters.map(\.isFrozen) == [true, false, false, false, false])
    #expect(foreign.settings?.optimizer == .adam(Adam()))
    try expectOutputs(
      of: foreign.network, for: (0..<16).map { Float($0) / 10 }, [0.330337643623])
  }

  @Test("a file of Keras 2 loads: its list of layers, lr, and names with :0")
  func old() throws {
    let foreign = try Fixtures.network("old.h5")
    #expect(foreign.network.summaries.map(\.text) == ["dense 3 relu", "dense 1 sigmoid"])
    #expect(foreign.settings?.optimizer == .rmsprop(RMSprop(learningRate: 0.002)))
    #expect(foreign.settings?.loss == .binaryCrossEntropy)
    #expect(foreign.notes == [.metrics(["acc"]), .memory])
    try expectOutputs(of: foreign.network, for: [1, -2], [0.46416155])
  }

  @Test("layers alone load with weights that the seed draws")
  func architecture() throws {
    let foreign = try Fixtures.network("chain.json")
    #expect(foreign.network.layers.count == 5)
    #expect(foreign.network.parameters.allSatisfy { !$0.isLearned })
    let again = try KerasFile.network(of: Fixtures.file("chain.json"), seed: 0)
    #expect(again.network == foreign.network)
    let other = try KerasFile.network(of: Fixtures.file("chain.json"), seed: 1)
    #expect(other.network != foreign.network)
    #expect(foreign.notes.contains(.freshWeights))
    #expect(try !Fixtures.network("old.h5").notes.contains(.freshWeights))
  }

  @Test(
    "metrics are left behind, and named once",
    arguments: [
      (#"["accuracy", "AUC"]"#, ["accuracy", "AUC"]),
      (#"[[{"class_name": "MeanMetricWrapper", "config": {"name": "acc", "fn": "f"}}]]"#, ["acc"]),
      (#"[{"class_name": "AUC", "config": {}}]"#, ["AUC"]), ("[]", []), ("null", []),
      ("[[null]]", []),
    ])
  func metrics(_ text: String, _ names: [String]) throws {
    let layer = #"{"class_name": "Dense", "config": {"units": 1}}"#
    let model =
      #"{"class_name": "Sequential", "config": {"build_input_shape": [null, 2], "layers": [\#(layer)]},"#
      + #" "compile_config": {"loss": "mse", "metrics": \#(text), "weighted_metrics": null}}"#
    let foreign = try KerasFile.network(
      of: FileBytes(name: "m.json", bytes: Array(model.utf8)), seed: 0)
    #expect(foreign.notes == (names.isEmpty ? [] : [.metrics(names)]) + [.freshWeights])
  }

  @Test("every kind of layer comes back from every kind of file", arguments: [0, 1])
  func roundTrip(_ index: Int) throws {
    let network = try Fixtures.networks()[index]
    for kind in [KerasFile.Form.archive, .model] {
      let file = try KerasFile.file(kind, of: network, settings: nil, preparation: nil)
      let again = try KerasFile.file(kind, of: network, settings: nil, preparation: nil)
      #expect(file == again)
      let back = try KerasFile.network(
        of: FileBytes(name: "x", bytes: file.bytes), seed: 0
      ).network
      #expect(back.summaries.map(\.text) == network.summaries.map(\.text))
      #expect(back.parameters.map(\.tensors) == network.parameters.map(\.tensors))
      #expect(back.parameters.map(\.isFrozen) == network.parameters.map(\.isFrozen))
      #expect(back.name == network.name)
    }
    let layers = try KerasFile.file(.architecture, of: network, settings: nil, preparation: nil)
    let bare = try KerasFile.network(of: FileBytes(name: "x", bytes: layers.bytes), seed: 0)
    #expect(bare.network.summaries.map(\.text) == network.summaries.map(\.text))
    let weights = try KerasFile.file(.weights, of: network, settings: nil, preparation: nil)
    let tensors = try KerasFile.weights(
      of: FileBytes(name: "x", bytes: weights.bytes), for: bare.network)
    #expect(tensors == network.namedParameters)
  }

  @Test("every optimizer and loss comes back", arguments: Optimizer.Kind.allCases)
  func compilation(_ kind: Optimizer.Kind) throws {
    var network = Network(name: "n", inputShape: [2])
    try network.add(Dense(units: 1, activation: .sigmoid))
    network.takeLoss(.binaryCrossEntropy, LossSettings(labelSmoothing: 0.25))
    var settings = TrainingSettings(
      optimizer: kind.optimizer(learningRate: 0.125), loss: .binaryCrossEntropy)
    settings.weightDecay = 0.5
    settings.clipping = .norm(2)
    settings.labelSmoothing = 0.25
    for file in [KerasFile.Form.archive, .model] {
      let written = try KerasFile.file(file, of: network, settings: settings, preparation: nil)
      let back = try KerasFile.network(of: FileBytes(name: "x", bytes: written.bytes), seed: 0)
      #expect(back.settings == settings)
      #expect(back.network.training.loss == .binaryCrossEntropy)
    }
  }

  @Test("what every optimizer remembers comes back, and is told where the file has no place for it")
  func memory() throws {
    for kind in Optimizer.Kind.allCases {
      var rules = [kind.optimizer(learningRate: 0.125)]
      if kind == .sgd { rules.append(.sgd(SGD(learningRate: 0.5, momentum: 0.75))) }
      if kind == .adam { rules.append(.adam(Adam(learningRate: 0.5, amsgrad: true))) }
      if kind == .rmsprop {
        rules.append(.rmsprop(RMSprop(learningRate: 0.5, momentum: 0.75, centered: true)))
      }
      for rule in rules {
        var network = try Fixtures.networks()[1]
        network.takeLoss(.binaryCrossEntropy, LossSettings())
        let slots = rule.slotNames.indices.map { slot in
          network.trainedShapes().enumerated().map { index, shape in
            Tensor(shape: shape, elements: (0..<shape.count).map { Float($0 + 7 * index + slot) })
          }
        }
        network.takeMemory(rule, steps: 70_000, slots: slots)
        let file = try KerasFile.file(.archive, of: network, settings: nil, preparation: nil)
        #expect(!file.notes.contains(.memory))
        let back = try KerasFile.network(of: FileBytes(name: "x", bytes: file.bytes), seed: 0)
        #expect(back.network.training.optimizer == network.training.optimizer)
        #expect(!back.notes.contains(.memory))
        let older = try KerasFile.file(.model, of: network, settings: nil, preparation: nil)
        #expect(older.notes.contains(.memory) == !slots.isEmpty)
      }
    }
  }

  @Test(
    "a loss is read by its name, its class or its function, and another one is told",
    arguments: [
      (#""mse""#, Loss.meanSquaredError),
      (#"{"class_name": "MeanSquaredError"}"#, .meanSquaredError),
      (#"{"class_name": "function", "config": "hinge"}"#, .hinge),
      (#"["mae"]"#, .meanAbsoluteError),
      (#""poisson""#, nil), (#""binary_crossentropy""#, nil),
    ])
  func losses(_ text: String, _ loss: Loss?) throws {
    let layer = #"{"class_name": "Dense", "config": {"units": 1}}"#
    let model =
      #"{"class_name": "Sequential", "config": {"build_input_shape": [null, 2], "layers": [\#(layer)]},"#
      + #" "compile_config": {"loss": \#(text)}}"#
    let foreign = try KerasFile.network(
      of: FileBytes(name: "m.json", bytes: Array(model.utf8)), seed: 0)
    #expect(foreign.network.training.loss == loss)
    #expect((foreign.notes == [.freshWeights]) == (loss != nil))
  }

  @Test("a dense layer on images gets a flatten, which is told")
  func flattened() throws {
    var network = Network(name: "n", inputShape: [2, 2, 1])
    try network.add(Dense(units: 1))
    let file = try KerasFile.file(.archive, of: network, settings: nil, preparation: nil)
    #expect(file.notes == [.flattened([1])])
    let back = try KerasFile.network(of: FileBytes(name: "x", bytes: file.bytes), seed: 0)
    #expect(back.network.summaries.map(\.text) == ["flatten", "dense 1 linear"])
    let input: [Float] = [1, 2, 3, 4]
    #expect(
      try Fixtures.outputs(of: back.network, for: input)
        == Fixtures.outputs(of: network, for: input))
  }

  @Test("a file is looked at without being taken over")
  func inspection() throws {
    let table = try FileContents(ofKeras: Fixtures.file("table.keras"))
    #expect(table.format == .keras(.archive))
    #expect(table.layers.map(\.kind) == ["Dense", "BatchNormalization", "Dropout", "Dense"])
    #expect(table.layers.map(\.parameters) == [16, 16, 0, 10])
    #expect(table.parameters == 42)
    #expect(table.problem == nil)
    let recurrent = try FileContents(ofKeras: Fixtures.file("recurrent.json"))
    #expect(recurrent.layers.map(\.text) == [nil, nil])
    #expect(
      recurrent.problem == .layer(name: "memory", kind: "LSTM", .unknownClass))
  }

  private func expectOutputs(
    of network: Network, for input: [Float], _ expected: [Float]
  ) throws {
    let outputs = try Fixtures.outputs(of: network, for: input)
    #expect(outputs.count == expected.count)
    for (output, expected) in zip(outputs, expected) { #expect(abs(output - expected) <= 1e-6) }
  }
}
