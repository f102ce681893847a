import Networks
import TensorEngine
import Testing

@Suite("Every loss on every last activation")
struct LossLawsTests {
  struct Ending: CustomTestStringConvertible {
    var activation: Activation
    var loss: Loss
    var targets: TargetForm
    var outputs: Int

    var testDescription: String {
      "dense \(outputs) \(activation) under \(loss) on \(targets)"
    }

    /// What the table of losses says about this ending.
    var fits: Bool {
      switch (loss, targets) {
      case (.binaryCrossEntropy, .classes(let count)):
        [.sigmoid, .linear].contains(activation)
          && (outputs == count || (outputs == 1 && count == 2))
      case (.binaryCrossEntropy, .values(let width)):
        [.sigmoid, .linear].contains(activation) && outputs == width
      case (.categoricalCrossEntropy, .classes(let count)):
        [.softmax, .linear].contains(activation) && outputs == count
      case (.categoricalCrossEntropy, .values(let width)):
        [.softmax, .linear].contains(activation) && outputs == width && width > 1
      case (.meanSquaredError, .classes(let count)), (.meanAbsoluteError, .classes(let count)):
        outputs == count || (outputs == 1 && count == 2)
      case (.meanSquaredError, .values(let width)), (.meanAbsoluteError, .values(let width)):
        outputs == width
      case (.hinge, .classes(let count)):
        [.tanh, .linear].contains(activation)
          && (outputs == count || (outputs == 1 && count == 2))
      case (.hinge, .values(let width)):
        [.tanh, .linear].contains(activation) && outputs == width
      }
    }

    /// The settings that this ending can have, the plain ones first.
    var settings: [LossSettings] {
      var all = [LossSettings()]
      if loss.givesProbabilities { all.append(LossSettings(labelSmoothing: 0.2)) }
      if case .classes(let count) = targets {
        let weights = (0..<count).map { 0.5 + 2 * Double($0) }
        all.append(
          LossSettings(labelSmoothing: loss.givesProbabilities ? 0.1 : 0, classWeights: weights))
      }
      return all
    }

    /// Random examples with targets that the loss can take.
    func examples(count: Int) throws -> Examples {
      let examples = try Samples.examples([3], count: count, targets)
      guard loss == .hinge, case .values(let values, let width) = examples.targets else {
        return examples
      }
      return try Examples(
        inputShape: [3], inputs: examples.inputs,
        targets: .values(values.map { $0 < 0.5 ? -1 : 1 }, width: width))
    }

    static let all: [Ending] = Activation.allCases.flatMap { activation in
      Loss.allCases.flatMap { loss in
        [
          TargetForm.classes(2), .classes(3), .values(width: 1), .values(width: 2),
        ].flatMap { targets in
          [1, 2, 3].map {
            Ending(activation: activation, loss: loss, targets: targets, outputs: $0)
          }
        }
      }
    }
  }

  @Test("has the gradients that differences give, or is refused with the facts")
  func endings() throws {
    for ending in Ending.all {
      let last = Dense(units: ending.outputs, activation: ending.activation, l1: 0.01)
      let network = try Samples.network([3], seed: 2, Dense(units: 4, activation: .tanh), last)
      let examples = try ending.examples(count: 5)
      guard ending.fits else {
        #expect(throws: NetworkError.self, "\(ending)") {
          try network.evaluate(examples, loss: ending.loss)
        }
        continue
      }
      for settings in ending.settings {
        try GradientCheck.check(
          network, examples, loss: ending.loss, settings: settings,
          penalty: Penalty(l1: 0.002, l2: 0.03, penalizesBias: true),
          "\(ending) \(settings)")
      }
    }
  }

  @Test("trains on a batch of one and on a short last batch, and no kernels differ")
  func trainings() throws {
    for ending in Ending.all where ending.fits {
      let network = try Samples.network(
        [3], seed: 2, Dense(units: 4, activation: .tanh),
        Dense(units: ending.outputs, activation: ending.activation))
      let examples = try ending.examples(count: 7)
      for batchSize in [1, 4] {
        var settings = TrainingSettings(
          epochs: 2, batchSize: batchSize, loss: ending.loss, l1: 0.001, l2: 0.01, seed: 3)
        settings.labelSmoothing = ending.loss.givesProbabilities ? 0.1 : 0
        if case .classes = ending.targets { settings.classWeights = .balanced }
        settings.maxNorm = 0.8
        settings.penalizesBias = true
        let bits = try Kernels.available.map { kernels in
          try Trainer(
            network: network, examples: examples, trainingRows: Samples.rows(0..<7),
            settings: settings, kernels: kernels
          ).run().network.parameterBits
        }
        #expect(Set(bits).count == 1, "\(ending)")
        #expect(bits[0] != network.parameterBits, "\(ending)")
      }
    }
  }

  @Test("answers inputs beyond all bounds with a finite loss or an error, never with a trap")
  func extremes() throws {
    for ending in Ending.all where ending.fits {
      let network = try Samples.network(
        [3], seed: 2, Dense(units: ending.outputs, activation: ending.activation))
      let targets = try ending.examples(count: 2).targets
      for input: Float in [1e30, -1e30, 3e38, .infinity, .nan, 0x1p-130] {
        let examples = try Examples(
          inputShape: [3], inputs: .floats([input, 0, 0, 1, -1, input]), targets: targets)
        let trainer = Trainer(
          network: network, examples: examples, trainingRows: [0, 1],
          settings: TrainingSettings(epochs: 2, loss: ending.loss))
        do {
          let result = try trainer.run()
          #expect(result.history.last?.loss.isFinite == true, "\(ending) \(input)")
        } catch NetworkError.engine(.diverged) {
          continue
        }
      }
    }
  }

  @Test("follows from the last layer where none is asked for", arguments: Ending.all)
  func following(ending: Ending) throws {
    let expected: Loss =
      switch (ending.targets, ending.activation) {
      case (.classes, .sigmoid): .binaryCrossEntropy
      case (.classes, .softmax): .categoricalCrossEntropy
      default: .meanSquaredError
      }
    #expect(Loss.following(ending.activation, ending.targets) == expected)
  }
}
