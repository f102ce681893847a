import Networks
import TensorEngine
import Testing

/// Rows are judged in chunks that threads take one after the other, and a dense layer may read them
/// where they lie: neither may show in a bit.
@Suite("Rows that are judged in chunks")
struct SharedEvaluationTests {
  private static let count = 700

  private static func examples(_ inputs: Inputs, scaling: FeatureScaling?) throws -> Examples {
    let classes = RandomStream(seed: 7, name: "classes").uniforms(count: count).map {
      Int32($0 * 3)
    }
    return try Examples(
      inputShape: [6], inputs: inputs, targets: .classes(classes, count: 3), scaling: scaling)
  }

  /// Floats as they are, floats and bytes that are scaled on their way, and doubles that are before.
  private static func allExamples() throws -> [Examples] {
    let floats = RandomStream(seed: 1, name: "inputs").uniforms(count: 6 * count)
    let scaling = FeatureScaling(shift: 0.25, scale: 1.5)
    return [
      try examples(.floats(floats), scaling: nil),
      try examples(.floats(floats), scaling: scaling),
      try examples(.bytes(floats.map { UInt8($0 * 255) }), scaling: scaling),
      try examples(.doubles(floats.map { Double($0) }), scaling: scaling),
    ]
  }

  /// Networks that begin with a dense layer, behind nothing and behind a flatten, and others.
  private static func networks() throws -> [Network] {
    let end = Dense(units: 3, activation: .softmax)
    return [
      try Samples.network([6], seed: 2, end),
      try Samples.network([6], seed: 3, Flatten(), Dense(units: 9, activation: .relu), end),
      try Samples.network(
        [6], seed: 4, Dense(units: 9), BatchNorm(), ActivationLayer(.tanh), Dropout(rate: 0.5), end),
      try Samples.network([6], seed: 5, ActivationLayer(.tanh), end),
    ]
  }

  private static let shuffled: [Int32] = (0..<Int32(count)).map { $0 * 3 % Int32(count) }

  @Test("have the same bits on any number of threads", arguments: [2, 3, 7])
  func threads(_ threads: Int) throws {
    let pool = ThreadPool(threads: threads, threshold: 0)
    for examples in try Self.allExamples() {
      for network in try Self.networks() {
        for rows in [nil, Self.shuffled, Array(5..<300)] {
          let alone = try network.evaluate(examples, rows: rows)
          #expect(try network.evaluate(examples, rows: rows, pool: pool) == alone)
          #expect(
            try network.predict(examples, rows: rows, pool: pool)
              == network.predict(examples, rows: rows))
          #expect(
            try network.layerOutputs(examples, rows: rows, pool: pool)
              == network.layerOutputs(examples, rows: rows))
        }
        let rows = Self.shuffled
        #expect(
          try network.classPredictions(examples, rows: rows, pool: pool)
            == network.classPredictions(examples, rows: rows))
      }
    }
  }

  @Test("have the same bits where they lie and brought together")
  func places() throws {
    for examples in try Self.allExamples() {
      for network in try Self.networks() {
        let following = try network.predict(examples).elements
        let apart = try network.predict(examples, rows: Self.shuffled).elements
        for (index, row) in Self.shuffled.enumerated() {
          let (here, there) = (3 * index, 3 * Int(row))
          #expect(apart[here..<here + 3] == following[there..<there + 3])
        }
        let later = try network.predict(examples, rows: Array(400..<Int32(Self.count))).elements
        #expect(later == Array(following[1200...]))
      }
    }
  }

  @Test("lead to what each layer puts out, also where that is its input")
  func layers() throws {
    for examples in try Self.allExamples() {
      let network = try Samples.network([6], Flatten(), Dense(units: 3, activation: .softmax))
      let outputs = try network.layerOutputs(examples)
      #expect(outputs[0].elements == (0..<Self.count).flatMap { examples.input(at: $0) })
      #expect(outputs[1] == (try network.predict(examples)))
    }
  }

  @Test("are none where none is asked for")
  func none() throws {
    let pool = ThreadPool(threads: 2, threshold: 0)
    for network in try Self.networks() {
      let predictions = try network.predict(try Self.allExamples()[0], rows: [], pool: pool)
      #expect(predictions.shape == [0, 3])
      #expect(predictions.elements.isEmpty)
    }
  }

  @Test("are left where the work is called off", arguments: [1, 2])
  func calledOff(_ threads: Int) throws {
    let pool = ThreadPool(threads: threads, threshold: 0).heeding(Interruption(isAsked: { true }))
    for network in try Self.networks() {
      let examples = try Self.allExamples()[0]
      #expect(throws: NetworkError.engine(.interrupted)) {
        try network.evaluate(examples, pool: pool)
      }
      #expect(throws: NetworkError.engine(.interrupted)) {
        try network.predict(examples, pool: pool)
      }
    }
  }
}
