import TensorEngine
import Testing

@Suite("Examples")
struct ExamplesTests {
  @Test("show an input raw and scaled")
  func inputs() throws {
    let scaling = FeatureScaling(shift: 100, scale: 0.5)
    let examples = try Examples(
      inputShape: [2], inputs: .bytes([0, 100, 200, 255]), targets: .classes([1, 0], count: 2),
      scaling: scaling)
    #expect(examples.count == 2 && examples.featureCount == 2)
    #expect(examples.rawInput(at: 1) == [200, 255])
    #expect(examples.input(at: 1) == [50, 77.5])
    #expect(try examples.scaled(by: nil).input(at: 0) == [0, 100])
  }

  @Test("refuse inputs and targets of different lengths")
  func lengths() {
    #expect(
      throws: EngineError.shapeMismatch(what: "inputs", expected: [2, 3], actual: [5])
    ) {
      try Examples(
        inputShape: [3], inputs: .floats([1, 2, 3, 4, 5]), targets: .classes([0, 0], count: 1))
    }
    #expect(
      throws: EngineError.shapeMismatch(what: "targets", expected: [1, 2], actual: [3])
    ) {
      try Examples(
        inputShape: [1], inputs: .floats([1]), targets: .values([1, 2, 3], width: 2))
    }
    #expect(throws: EngineError.self) {
      try Examples(inputShape: [1], inputs: .floats([]), targets: .values([], width: 0))
    }
  }

  @Test("refuse class numbers outside their count", arguments: [-1, 2] as [Int32])
  func classes(number: Int32) {
    #expect(
      throws: EngineError.outOfRange(what: "class", valid: "0 ..< 2", actual: Double(number))
    ) {
      try Examples(
        inputShape: [1], inputs: .floats([1]), targets: .classes([number], count: 2))
    }
  }

  @Test("refuse a scaling of another width")
  func scaling() throws {
    let three = try FeatureScaling(shift: [1, 2, 3], scale: [1, 1, 1])
    #expect(
      throws: EngineError.shapeMismatch(what: "scaling", expected: [2], actual: [3])
    ) {
      try Examples(
        inputShape: [2], inputs: .floats([1, 2]), targets: .classes([0], count: 1),
        scaling: three)
    }
    #expect(throws: EngineError.self) { try FeatureScaling(shift: [1], scale: []) }
    #expect(throws: EngineError.self) { try FeatureScaling(shift: [], scale: []) }
  }

  @Test("may be empty")
  func empty() throws {
    let examples = try Examples(
      inputShape: [2], inputs: .bytes([]), targets: .values([], width: 1))
    #expect(examples.count == 0)
    #expect(examples.withInputRows { $0.rowCount } == 0)
  }
}
