import TensorEngine
import Testing

@testable import Networks

/// Steps whose columns belong to owners.
@Suite("A step of owners")
struct OwnedStepTests {
  /// A network for which owners matter, and how it is trained.
  struct Course: CustomTestStringConvertible {
    var testDescription: String
    var layers: [any Layer]
    var inputShape: Shape = [70]
    var settings = TrainingSettings()

    static let all: [Course] = [
      Course(
        testDescription: "dense layers",
        layers: [Dense(units: 100, activation: .relu), Dense(units: 130, activation: .tanh)]),
      Course(
        testDescription: "what keeps columns apart",
        layers: [
          Dense(units: 96), BatchNorm(), ActivationLayer(.relu), Dropout(rate: 0.3),
          GaussianNoise(deviation: 0.1), Dense(units: 112, usesBias: false), BatchNorm(),
          ActivationLayer(.gelu), Dropout(rate: 0.2),
        ]),
      Course(
        testDescription: "a softmax between layers",
        layers: [Dense(units: 112, activation: .softmax), Dense(units: 113)]),
      Course(
        testDescription: "a convolution first",
        layers: [
          Convolution(filters: 4, size: WindowSize(3, 3), activation: .relu),
          MaxPooling(size: WindowSize(2, 2)), Flatten(),
          Dense(units: 128, activation: .relu), Dense(units: 20, activation: .tanh),
        ], inputShape: [14, 14, 1]),
      Course(
        testDescription: "penalties and a limit",
        layers: [
          Dense(units: 120, activation: .relu, l2: 0.01), Dense(units: 113, maxNorm: 0.7),
          Dense(units: 130, activation: .elu),
        ], settings: TrainingSettings(l1: 0.001)),
      Course(
        testDescription: "a soft threshold",
        layers: [Dense(units: 120, activation: .relu), Dense(units: 113)],
        settings: proximal),
      Course(
        testDescription: "weight decay",
        layers: [Dense(units: 120, activation: .relu), Dense(units: 113)],
        settings: TrainingSettings(optimizer: .adamw(.usual))),
    ]

    private static var proximal: TrainingSettings {
      var settings = TrainingSettings(l1: 0.001)
      settings.isProximal = true
      return settings
    }

    func result(_ pool: ThreadPool?, freezing frozen: Int? = nil) throws -> TrainingResult {
      var network = try Samples.network(inputShape, seed: 3, layers)
      try network.add(Dense(units: 10, activation: .softmax))
      if let frozen { network.parameters[frozen].isFrozen = true }
      let examples = try Samples.examples(inputShape, count: 75, .classes(10))
      var settings = settings
      settings.epochs = 2
      settings.batchSize = 25
      return try Trainer(
        network: network, examples: examples, trainingRows: Samples.rows(0..<60),
        validationRows: Samples.rows(60..<75), settings: settings, pool: pool
      ).run()
    }
  }

  /// Without a pool these networks are too small for owners.
  @Test("gives the bits of one whose rows are shared", arguments: Course.all)
  func bits(course: Course) throws {
    let whole = try course.result(nil)
    for threads in [1, 2, 3, 7] {
      let owned = try course.result(ThreadPool(threads: threads, threshold: 0))
      #expect(owned.network.parameterBits == whole.network.parameterBits, "\(threads)")
      #expect(owned.network.training.optimizer == whole.network.training.optimizer, "\(threads)")
      #expect(owned.history.records == whole.history.records, "\(threads)")
    }
  }

  @Test("leaves what is frozen as it is", arguments: [0, 1])
  func frozen(layer: Int) throws {
    let whole = try Course.all[0].result(nil, freezing: layer)
    let owned = try Course.all[0].result(
      ThreadPool(threads: 2, threshold: 0), freezing: layer)
    #expect(owned.network.parameterBits == whole.network.parameterBits)
  }

  private func turns(_ course: Course) throws -> OwnedTurns {
    var network = try Samples.network(course.inputShape, course.layers)
    try network.add(Dense(units: 10, activation: .softmax))
    let layout = try PlanLayout(
      network, try Samples.examples(course.inputShape, count: 25, .classes(10)),
      PlanRequest(
        capacity: 25, orderCapacity: 25, optimizer: .sgd(SGD()), hasGradients: true,
        loss: .categoricalCrossEntropy, pool: ThreadPool(threads: 2, threshold: 0)))
    return OwnedTurns(
      layout, runLengths: layout.operations[..<layout.backwardCount].map { _ in 1 })
  }

  /// Operations: two dense layers with their activations, and the last one.
  @Test("meets where a layer reads all columns, and nowhere else")
  func meetings() throws {
    let turns = try turns(Course.all[0])
    #expect(
      turns.forward == [
        .stage([.gather, .forward(0), .forward(1)]), .stage([.forward(2), .forward(3)]),
        .forward(4),
      ])
    // The second layer learns once nobody reads its old weights any more.
    #expect(turns.learning == [4, 2, 0])
    #expect(
      turns.backward == [
        .stage([.backward(4), .learn(0), .backward(3)]),
        .stage([.backward(2), .backward(1), .learn(2)]), .stage([.learn(1), .learnRest]),
      ])
  }

  @Test("divides no kernel that is summed up as it lies")
  func wholeKernels() throws {
    let turns = try turns(Course.all[4])
    #expect(turns.forward.prefix(2) == [.forward(0), .forward(1)])
  }

  @Test("has columns that end where lines of the cache do", arguments: 1...9)
  func columns(owners: Int) {
    for width in 0...200 {
      let ranges = (0..<owners).map { Part.columns(ofOwner: $0, of: owners, width: width) }
      #expect(ranges.flatMap { Array($0) } == Array(0..<width))
      #expect(ranges.dropLast().allSatisfy { $0.upperBound % 16 == 0 || $0.upperBound == width })
      #expect(
        ranges.allSatisfy { !$0.isEmpty } || !Part.reachesAll(owners, width: width) || width == 0)
    }
  }
}
