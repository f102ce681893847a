import Networks
import TensorEngine
import Testing
import Tuning

@Suite("Signs of a curve")
struct CurveSignTests {
  private static func records(
    _ losses: [Double], validation: [Double]? = nil
  ) -> [EpochRecord] {
    losses.enumerated().map { index, loss in
      EpochRecord(
        epoch: index + 1, step: index + 1, dataLoss: loss, penalty: 0, accuracy: nil,
        validation: validation.map {
          Evaluation(dataLoss: $0[index], penalty: 0, correctCount: nil, count: 10)
        }, learningRate: 0.1)
    }
  }

  /// Falls from 1 towards 0.2, most of it at first.
  private static let good = (0..<100).map { epoch -> Double in
    let time = Double(epoch)
    return 0.2 + 0.8 / (1 + time * time / 4)
  }

  @Test("are none of a training that settles")
  func none() {
    #expect(CurveSign.signs(of: Self.records(Self.good)).isEmpty)
    #expect(CurveSign.signs(of: Self.records([9, 1])).isEmpty)
    #expect(CurveSign.signs(of: []).isEmpty)
  }

  @Test("tell a loss that grows")
  func diverging() {
    let losses = (0..<40).map { 0.7 + 0.1 * Double($0) }
    guard case .diverging(let first, let last, _)? = CurveSign.signs(of: Self.records(losses)).first
    else { return #expect(Bool(false), "no sign of it") }
    #expect(first == 0.7)
    // The mean of the last two of 40 epochs.
    #expect(abs(last - 4.55) < 1e-9)
  }

  @Test("tell a loss that jumps about and gets nowhere")
  func jumping() {
    let losses = (0..<40).map { $0.isMultiple(of: 2) ? 0.6 : 0.8 }
    #expect(
      CurveSign.signs(of: Self.records(losses)).contains {
        if case .jumping(let rises, let epochs, _) = $0 {
          rises == 10 && epochs == 19
        } else {
          false
        }
      })
  }

  @Test("tell a loss that hardly moves, and one that is still falling")
  func slow() {
    let crawling = (0..<50).map { 0.7 - 0.0005 * Double($0) }
    #expect(
      CurveSign.signs(of: Self.records(crawling))
        == [.crawling(first: 0.7, last: crawling[49], epochs: 50)])
    let falling = (0..<40).map { 1 - 0.02 * Double($0) }
    guard case .unfinished(_, _, let epochs, _)? = CurveSign.signs(of: Self.records(falling)).first
    else { return #expect(Bool(false), "no sign of it") }
    #expect(epochs == 10)
  }

  @Test("tell since which epoch a network overfits")
  func overfitting() {
    let validation = (0..<100).map { epoch -> Double in
      let distance = Double(epoch - 29)
      return 0.3 + distance * distance / 5000
    }
    let losses = (0..<100).map { 0.5 - 0.004 * Double($0) }
    let signs = CurveSign.signs(of: Self.records(losses, validation: validation))
    #expect(
      signs.contains {
        if case .overfitting(30, let least, _, _) = $0 { least == 0.3 } else { false }
      })
    // A rise of less than a tenth is no sign.
    let flat = (0..<100).map { 0.3 + Double(abs($0 - 29)) / 5000 }
    #expect(
      !CurveSign.signs(of: Self.records(losses, validation: flat)).contains {
        if case .overfitting = $0 { true } else { false }
      })
  }
}

@Suite("Signs of units")
struct UnitSignTests {
  private static func network(_ activation: Activation, bias: [Float]) throws -> Network {
    var network = Network(inputShape: [2], seed: 3)
    try network.add(Dense(units: bias.count, activation: activation))
    try network.add(Dense(units: 1, activation: .sigmoid))
    try network.setParameter(
      "bias", ofLayer: 0, to: Tensor(shape: [bias.count], elements: bias))
    return network
  }

  @Test("count relu units that are 0 for every example")
  func dead() throws {
    let examples = try Rings.examples(20)
    let signs = try UnitSign.signs(
      of: Self.network(.relu, bias: [0.5, -50, 1, -50]), on: examples, rows: Rings.rows(0..<20))
    #expect(signs.count == 1)
    #expect(signs[0].kind == .dead && signs[0].layer == 1)
    #expect(signs[0].count == 2 && signs[0].total == 4)
    #expect(signs[0].isWorthAWord)
  }

  @Test("count outputs where tanh or sigmoid is flat", arguments: [Activation.tanh, .sigmoid])
  func saturated(_ activation: Activation) throws {
    let signs = try UnitSign.signs(
      of: Self.network(activation, bias: [50, 0, -50]), on: Rings.examples(20),
      rows: Rings.rows(0..<20))
    #expect(signs[0].kind == .saturated)
    #expect(signs[0].count == 40 && signs[0].total == 60)
    #expect(signs[0].isWorthAWord)
  }

  @Test("say nothing of the outputs of a network")
  func outputs() throws {
    var network = Network(inputShape: [2], seed: 3)
    try network.add(Dense(units: 1, activation: .sigmoid))
    #expect(
      try UnitSign.signs(of: network, on: Rings.examples(4), rows: Rings.rows(0..<4)).isEmpty)
  }
}

@Suite("Class imbalance")
struct ClassImbalanceTests {
  @Test("is there when one class has three times as many examples as another")
  func ratio() throws {
    let classes = [Int32](repeating: 1, count: 9) + [0, 0, 0, 2, 2, 2, 2]
    let imbalance = try #require(ClassImbalance(classes, classCount: 4))
    #expect(imbalance.largest == 1 && imbalance.smallest == 0)
    #expect(imbalance.largestCount == 9 && imbalance.smallestCount == 3)
    #expect(imbalance.baseline == 9.0 / 16)
    #expect(ClassImbalance([0, 0, 1], classCount: 2) == nil)
    #expect(ClassImbalance([], classCount: 2) == nil)
  }
}
