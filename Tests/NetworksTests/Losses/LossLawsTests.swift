import Networks
import TensorEngine
import Testing

@Suite("Every loss on every last activation")
struct LossLawsTests {
  struct Ending: CustomTestStringConvertible {
    var activation: Activation
    var loss: Loss
    var targets: TargetKind
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
      case (.categoricalCrossEntropy, .values): false
      case (.meanSquaredError, .classes(let count)):
        outputs == count || (outputs == 1 && count == 2)
      case (.meanSquaredError, .values(let width)): outputs == width
      }
    }

    static let all: [Ending] = Activation.allCases.flatMap { activation in
      Loss.allCases.flatMap { loss in
        [
          TargetKind.classes(2), .classes(3), .values(width: 1), .values(width: 2),
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
      let examples = try Samples.examples([3], count: 5, ending.targets)
      guard ending.fits else {
        #expect(throws: NetworkError.self, "\(ending)") {
          try network.evaluate(examples, loss: ending.loss)
        }
        continue
      }
      try GradientCheck.check(
        network, examples, loss: ending.loss, penalty: Penalty(l1: 0.002, l2: 0.03),
        ending.testDescription)
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
