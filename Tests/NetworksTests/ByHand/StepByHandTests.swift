import Networks
import TensorEngine
import Testing

@Suite("A step by hand")
struct StepByHandTests {
  /// Each kind of layer between two dense ones, so that its inputs are trained too.
  static let samples = LayerSample.all.filter { $0.input.rank == 1 }

  private func trainer(
    _ sample: LayerSample, behind activation: Activation = .tanh
  ) throws -> Trainer {
    let network = try Samples.network(
      [3],
      [
        Dense(units: sample.input.count, activation: activation), sample.layer,
        Dense(units: 2, activation: .softmax),
      ])
    let examples = try Samples.examples([3], count: 10, .classes(2))
    return Trainer(
      network: network, examples: examples, trainingRows: Samples.rows(0..<10),
      settings: TrainingSettings(
        epochs: 2, batchSize: 4, optimizer: .adam(Adam(learningRate: 0.01)), l2: 0.01, seed: 7))
  }

  @Test("batch after batch, epoch after epoch, it gives the bits of a training", arguments: samples)
  func equalsTraining(_ sample: LayerSample) throws {
    var trainer = try trainer(sample)
    let trained = try trainer.run().network
    for _ in 0..<2 {
      for number in 0..<trainer.batchCount {
        trainer.network = try trainer.step(
          rows: trainer.batch(number), batch: number
        ).network
      }
    }
    #expect(trainer.network == trained)
  }

  @Test("an epoch by hand is reported as a training reports it", arguments: samples)
  func reports(_ sample: LayerSample) throws {
    var trainer = try trainer(sample)
    trainer.trainingRows = Samples.rows(0..<7)
    trainer.validationRows = Samples.rows(7..<10)
    trainer.settings.rateControl = .plateau(Plateau(factor: 0.5, patience: 1, minDelta: 10))
    let trained = try trainer.run()
    var records: [EpochRecord] = []
    var sums = EpochSums()
    for _ in 0..<2 {
      for number in 0..<trainer.batchCount {
        let step = try trainer.step(rows: trainer.batch(number), batch: number, after: sums)
        (trainer.network, sums) = (step.network, step.sums)
        if let record = step.record { records.append(record) }
      }
    }
    #expect(records == trained.history.records)
    #expect(trainer.network == trained.network)
    #expect(records.last?.learningRate == 0.01)
    #expect(sums == EpochSums())
  }

  @Test("the gradients agree with differences of the loss", arguments: samples)
  func gradients(_ sample: LayerSample) throws {
    let trainer = try trainer(sample)
    for line in try trainer.gradientDifferences(rows: trainer.batch(0)) {
      #expect(line.largest <= GradientDifference.bound, "\(line)")
    }
  }

  @Test("a wrong gradient is found")
  func findsMistakes() throws {
    // The kink of |w| at 0 is the one place where the loss has no derivative.
    var trainer = try trainer(LayerSample(layer: Flatten(), input: [4]))
    trainer.settings.l1 = 0.5
    let zeros = Tensor(shape: [3, 4], elements: Array(repeating: 0.001, count: 12))
    try trainer.network.setParameter("kernel", ofLayer: 0, to: zeros)
    let lines = try trainer.gradientDifferences(rows: trainer.batch(0))
    #expect((lines.first?.largest ?? 0) > GradientDifference.bound)
  }

  @Test("the way forward and back changes nothing, and gives the same masks until a step")
  func isRepeatable() throws {
    var trainer = try trainer(LayerSample(layer: Dropout(rate: 0.5), input: [6]))
    let rows = trainer.batch(1)
    let first = try trainer.pass(rows: rows, goesBack: true)
    #expect(try trainer.pass(rows: rows, goesBack: true) == first)
    let mask = try #require(first.masks[1])
    #expect(mask.shape == [4, 6])
    #expect(Set(mask.elements) == [0, 2])
    #expect(first.outputs[1].elements == zip(first.outputs[0].elements, mask.elements).map(*))
    let silent = zip(mask.elements, try #require(first.gradients?.outputs[0]).elements)
    #expect(silent.allSatisfy { $0 != 0 || $1 == 0 })
    trainer.network = try trainer.step(rows: rows).network
    #expect(try trainer.pass(rows: rows).masks[1] != mask)
  }

  @Test("a relu that dropout does along in a training has its own way back")
  func relu() throws {
    var trainer = try trainer(LayerSample(layer: Dropout(rate: 0.5), input: [6]), behind: .relu)
    let trained = try trainer.run().network
    let pass = try trainer.pass(rows: trainer.batch(1), goesBack: true)
    let gradients = try #require(pass.gradients).outputs
    let (told, behind) = (try #require(gradients[0]), try #require(gradients[1]))
    let mask = try #require(pass.masks[1])
    #expect(pass.outputs[0].elements.allSatisfy { $0 >= 0 })
    #expect(pass.outputs[1].elements == zip(pass.outputs[0].elements, mask.elements).map(*))
    #expect(told.elements == zip(behind.elements, mask.elements).map(*))
    #expect(zip(pass.outputs[0].elements, told.elements).contains { $0 == 0 && $1 != 0 })
    for _ in 0..<2 {
      for number in 0..<trainer.batchCount {
        trainer.network = try trainer.step(rows: trainer.batch(number), batch: number).network
      }
    }
    #expect(trainer.network == trained)
  }

  @Test("outside training nothing is dropped, and a relu before it goes its ways")
  func evaluationOfRelu() throws {
    let trainer = try trainer(LayerSample(layer: Dropout(rate: 0.5), input: [6]), behind: .relu)
    let pass = try trainer.pass(rows: trainer.batch(1), isTraining: false, goesBack: true)
    #expect(pass.outputs[0] == pass.outputs[1])
    #expect(pass.outputs[0].elements.contains(0))
    #expect(pass.outputs[0].elements.allSatisfy { $0 >= 0 })
    let gradients = try #require(pass.gradients).outputs
    #expect(gradients[0] == gradients[1])
  }

  @Test("outside training nothing is dropped")
  func evaluation() throws {
    let trainer = try trainer(LayerSample(layer: Dropout(rate: 0.5), input: [6]))
    let pass = try trainer.pass(rows: [3], isTraining: false)
    #expect(pass.masks.allSatisfy { $0 == nil })
    #expect(pass.outputs[0] == pass.outputs[1])
  }

  @Test("rows that are not there are refused")
  func refuses() throws {
    let trainer = try trainer(LayerSample(layer: Flatten(), input: [4]))
    #expect(throws: NetworkError.noExamples) { try trainer.pass(rows: []) }
    #expect(throws: NetworkError.self) { try trainer.pass(rows: [10]) }
    #expect(throws: NetworkError.self) { try trainer.step(rows: [-1]) }
    #expect(trainer.batch(3) == [])
    #expect(trainer.batch(-1) == [])
  }
}
