import Networks
import TensorEngine
import Testing

/// A training that is broken off after any of its epochs, put into a file, read and gone on with
/// is the one that was never broken off.
@Suite("A checkpoint")
struct CheckpointTests {
  private static let epochs = 9

  private func trainer(
    _ callback: CallbackCase, _ optimizer: OptimizerCase, layers: [any Layer]? = nil
  ) throws -> Trainer {
    let usual: [any Layer] = [
      Dense(units: 8, activation: .tanh), Dropout(rate: 0.3), BatchNorm(),
      GaussianNoise(deviation: 0.1), Dense(units: 1, activation: .sigmoid),
    ]
    return Trainer(
      network: try Samples.network([2], seed: 4, layers ?? usual),
      examples: try Samples.circles(points: 33), trainingRows: Samples.rows(0..<23),
      validationRows: Samples.rows(23..<33),
      settings: callback.settings(optimizer, epochs: Self.epochs))
  }

  /// Trains, and gives back every moment between two epochs.
  private func train(
    _ trainer: Trainer, endsAfter: Int? = nil
  ) throws -> (result: TrainingResult, moments: [TrainingControl.Moment]) {
    var moments: [TrainingControl.Moment] = []
    var control = TrainingControl(keeps: { _, moment in
      moments.append(moment())
      return true
    })
    if let endsAfter { control.endsAfter = { record, _ in record.epoch == endsAfter } }
    return (try trainer.run(control: control), moments)
  }

  /// The moments as they come back from files.
  private func check(_ trainer: Trainer, endsAfter: Int? = nil) throws {
    let (whole, moments) = try train(trainer, endsAfter: endsAfter)
    #expect(moments.count == whole.history.records.count)
    for (index, moment) in moments.enumerated() {
      let history = History(records: Array(whole.history.records[...index]))
      let document = NetworkDocument(
        network: moment.network, history: history, settings: trainer.settings, run: moment.run)
      let bytes = try document.encoded()
      #expect(NetworkDocument.isCheckpoint(bytes))
      let read = try NetworkDocument(reading: bytes)
      #expect(read == document)
      #expect(try read.encoded() == bytes)
      var second = trainer
      second.network = read.network
      second.settings = try #require(read.settings)
      second.unfinished = read.run
      let (rest, restOfMoments) = try train(second, endsAfter: endsAfter)
      #expect(rest.network == whole.network)
      #expect(rest.network.parameterBits == whole.network.parameterBits)
      #expect(rest.outcome == whole.outcome)
      #expect(rest.restoredEpoch == whole.restoredEpoch)
      #expect(rest.steps == whole.steps)
      #expect(history.records + rest.history.records == whole.history.records)
      #expect(restOfMoments == Array(moments[(index + 1)...]))
    }
  }

  @Test("goes on under every callback", arguments: CallbackCase.all)
  func callbacks(_ callback: CallbackCase) throws {
    try check(trainer(callback, OptimizerCase.all[1]), endsAfter: callback.endsAfter)
  }

  @Test("goes on with every optimizer", arguments: OptimizerCase.all)
  func optimizers(_ optimizer: OptimizerCase) throws {
    try check(
      trainer(
        CallbackCase(
          testDescription: "early", earlyStopping: EarlyStopping(patience: 3),
          rateControl: .plateau(Plateau(factor: 0.5, patience: 1))), optimizer))
  }

  @Test("goes on with every layer", arguments: LayerSample.all)
  func layers(_ sample: LayerSample) throws {
    var trainer = try trainer(
      CallbackCase(testDescription: "early", earlyStopping: EarlyStopping(patience: 2)),
      OptimizerCase.all[0])
    trainer.network = try Samples.network(sample.input, sample.layer, Dense(units: 2))
    trainer.examples = try Samples.examples(
      sample.input, count: 33, .values(width: trainer.network.outputShape.count))
    trainer.settings.loss = .meanSquaredError
    trainer.settings.epochs = 4
    try check(trainer)
  }

  @Test("goes on after an earlier training, with its best epoch counted over the whole life")
  func secondTraining() throws {
    var trainer = try trainer(
      CallbackCase(
        testDescription: "early", earlyStopping: EarlyStopping(monitor: .loss, patience: 1)),
      OptimizerCase.all[0])
    trainer.network = try trainer.run().network
    trainer.settings.targets = [StoppingTarget([.init(.accuracy, 1)])]
    try check(trainer)
  }

  @Test("keeps frozen layers as they are")
  func frozen() throws {
    var trainer = try trainer(
      CallbackCase(testDescription: "early", earlyStopping: EarlyStopping(patience: 2)),
      OptimizerCase.all[0])
    try trainer.network.freeze(layers: 1...3)
    try check(trainer)
  }

  @Test("goes on where l1 is taken behind each step", arguments: OptimizerCase.all)
  func proximal(_ optimizer: OptimizerCase) throws {
    var trainer = try trainer(
      CallbackCase(testDescription: "early", earlyStopping: EarlyStopping(patience: 2)), optimizer)
    trainer.settings.l1 = 0.02
    trainer.settings.isProximal = true
    try check(trainer)
    let weights = try trainer.run().network.parameters.flatMap { $0["kernel"]?.elements ?? [] }
    trainer.settings.isProximal = false
    let usual = try trainer.run().network.parameters.flatMap { $0["kernel"]?.elements ?? [] }
    #expect(weights != usual)
  }

  @Test("is of so many training examples, and of networks of its shapes")
  func refusals() throws {
    let trainer = try trainer(
      CallbackCase(testDescription: "early", earlyStopping: EarlyStopping()), OptimizerCase.all[0])
    let moment = try #require(try train(trainer).moments.first)
    var other = trainer
    other.unfinished = moment.run
    other.trainingRows = Samples.rows(0..<20)
    #expect(throws: NetworkError.otherExamples(expected: 23, actual: 20)) { try other.run() }
    other.trainingRows = trainer.trainingRows
    other.network = try Samples.network([2], Dense(units: 1, activation: .sigmoid))
    #expect(throws: NetworkError.self) { try other.run() }
  }

  @Test("ends the run where it could not be kept")
  func notKept() throws {
    let trainer = try trainer(CallbackCase(testDescription: "none"), OptimizerCase.all[0])
    let result = try trainer.run(
      control: TrainingControl(keeps: { record, _ in record.epoch < 3 }))
    #expect(result.outcome == .ended(epoch: 3))
  }

  @Test("is no network that was merely saved, and nothing else")
  func isNone() throws {
    let network = try Samples.network([2], Dense(units: 1))
    #expect(!NetworkDocument.isCheckpoint(try NetworkDocument(network: network).encoded()))
    #expect(!NetworkDocument.isCheckpoint([]))
    #expect(!NetworkDocument.isCheckpoint(Array("a text".utf8)))
  }

  @Test("needs its settings and the parameters of its best epoch")
  func broken() throws {
    let trainer = try trainer(
      CallbackCase(testDescription: "early", earlyStopping: EarlyStopping()), OptimizerCase.all[0])
    let moment = try #require(try train(trainer).moments.first)
    let document = NetworkDocument(
      network: moment.network, settings: trainer.settings, run: moment.run)
    let file = try Safetensors(reading: document.encoded())
    #expect(file.tensor("best/1.kernel") == moment.network.parameters[0]["kernel"])
    let withoutSettings = Safetensors(
      tensors: file.tensors, metadata: file.metadata.filter { $0.name != "settings" })
    #expect(throws: NetworkFileError.self) {
      try NetworkDocument(reading: withoutSettings.encoded())
    }
    let withoutBest = Safetensors(
      tensors: file.tensors.filter { $0.name != "best/1.kernel" }, metadata: file.metadata)
    #expect(throws: NetworkFileError.self) { try NetworkDocument(reading: withoutBest.encoded()) }
    var network = trainer.network
    try network.setParameters(file.tensors)
    #expect(network.parameters.map(\.tensors) == moment.network.parameters.map(\.tensors))
  }
}
