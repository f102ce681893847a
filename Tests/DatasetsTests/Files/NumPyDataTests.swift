import TensorEngine
import Testing

@testable import Datasets

@Suite("Data in NumPy's files")
struct NumPyDataTests {
  private func data(
    _ inputs: NPYArray, _ targets: NPYArray, kind: TargetKind? = nil
  ) throws(DatasetError) -> Dataset {
    let bytes = try NPZ.encoded([
      NPZ.Member(name: "x", array: inputs), NPZ.Member(name: "y", array: targets),
    ])
    return try NumPyData.dataset(FileBytes(name: "a.npz", bytes: bytes), kind: kind)
  }

  private func problem(_ inputs: NPYArray, _ targets: NPYArray, kind: TargetKind? = nil) -> String?
  {
    datasetProblem { () throws(DatasetError) in try data(inputs, targets, kind: kind) }
  }

  private func column(_ values: [Double]) -> NPYArray {
    NPYArray(shape: [values.count], values: .doubles(values))
  }

  private func integers(_ values: [Int]) -> NPYArray {
    NPYArray(shape: [values.count], values: .integers(values))
  }

  @Test("reads what NumPy wrote, as one archive and as two files")
  func points() throws {
    let one = try NumPyData.dataset(GoldenFolder.file("points.npz"))
    let two = try NumPyData.dataset(
      inputs: GoldenFolder.file("points.npy"), targets: GoldenFolder.file("labels.npy"))
    #expect(one.examples == two.examples)
    #expect(one.examples.count == 12)
    #expect(one.featureNames == ["x1", "x2"])
    #expect(one.classNames == ["0", "1"])
    // numpy.random.default_rng(7).normal(size=(12, 2))[0]
    #expect(
      one.examples.rawInput(at: 0).map { Float($0) } == [0.001230153371579945, 0.2987455427646637])
    guard case .classes(let classes, 2) = one.examples.targets else {
      return #expect(Bool(false), "no classes")
    }
    for row in 0..<12 { #expect((classes[row] == 1) == (one.examples.rawInput(at: row)[0] > 0)) }
  }

  @Test("keeps the test set that an archive has, as Keras's mnist.npz")
  func testSet() throws {
    let digits = try NumPyData.dataset(GoldenFolder.file("digits.npz"))
    #expect(digits.testRows == 5..<7)
    #expect(digits.examples.inputShape == [4, 4, 1])
    #expect(digits.isImages && digits.exampleKind == .image)
    #expect(digits.examples.inputs == .bytes((0..<112).map { UInt8($0) }))
    #expect(digits.examples.targets == .classes([0, 1, 2, 0, 1, 2, 2], count: 3))
    #expect(digits.classCounts.map(\.count) == [2, 2, 3])
  }

  @Test("tells classes from values")
  func kinds() throws {
    let inputs = NPYArray(shape: [4, 2], values: .doubles([1, 2, 3, 4, 5, 6, 7, 8]))
    func targets(_ array: NPYArray, kind: TargetKind? = nil) throws -> Targets {
      try data(inputs, array, kind: kind).examples.targets
    }
    #expect(try targets(integers([7, 3, 7, 3])) == .classes([1, 0, 1, 0], count: 2))
    #expect(try targets(integers([1, 2, 3, 4])) == .values([1, 2, 3, 4], width: 1))
    #expect(
      try targets(integers([1, 2, 3, 4]), kind: .classes) == .classes([0, 1, 2, 3], count: 4))
    #expect(try targets(column([0, 1, 1, 0])) == .classes([0, 1, 1, 0], count: 2))
    #expect(try targets(column([0.5, 1, 1, 0])) == .values([0.5, 1, 1, 0], width: 1))
    #expect(
      try targets(integers([0, 1, 1, 0]), kind: .values) == .values([0, 1, 1, 0], width: 1))
    let texts = NPYArray(shape: [4, 1], values: .texts(["b", "a", "b", "c"]))
    #expect(try targets(texts) == .classes([1, 0, 1, 2], count: 3))
    let oneHot = NPYArray(shape: [4, 2], values: .integers([1, 0, 0, 1, 0, 1, 1, 0]))
    #expect(try targets(oneHot) == .classes([0, 1, 1, 0], count: 2))
    #expect(
      try targets(oneHot, kind: .values) == .values([1, 0, 0, 1, 0, 1, 1, 0], width: 2))
  }

  @Test("scales images of floats over all pixels together")
  func floatImages() throws {
    let images = NPYArray(shape: [2, 1, 2], values: .doubles([0, 1, 2, 3]))
    let set = try data(images, integers([0, 1]))
    #expect(set.featureStatistics().map(\.mean) == [1.5])
    let scaler = try Scaler(.standard, fittedTo: set, rows: [0, 1])
    #expect(scaler.shift == [1.5])
    #expect(scaler.scale == [(5.0 / 4).squareRoot()])
  }

  @Test("says what does not fit")
  func errors() throws {
    let inputs = column([1, 2, 3, 4])
    #expect(problem(inputs, integers([0, 1])) == "a.npz, y: it holds 2 targets for 4 inputs")
    #expect(
      problem(column([1, .nan]), integers([0, 1]))
        == "a.npz, x: example 2 holds nan, which is no finite number")
    #expect(problem(column([1, 1e31]), integers([0, 1]))?.contains("too large") == true)
    #expect(problem(inputs, integers([3, 3, 3, 3]))?.contains("nothing to learn") == true)
    #expect(problem(column([]), integers([])) == "a.npz, x: it holds no example")
    #expect(
      problem(NPYArray(shape: [], values: .doubles([1])), integers([1]))?.contains("scalar") == true
    )
    #expect(problem(inputs, column([1, 2, 3, .infinity]))?.contains("target 4") == true)
    let wide = NPYArray(
      shape: [1, 2_000_000], values: .bytes([UInt8](repeating: 0, count: 2_000_000)))
    #expect(problem(wide, integers([0]))?.contains("1,000,000") == true)
    let texts = NPYArray(shape: [4], values: .texts(["a", "b", "a", "b"]))
    #expect(problem(texts, integers([0, 1, 0, 1]))?.contains("inputs are numbers") == true)
    #expect(problem(inputs, texts, kind: .values)?.contains("can't be values") == true)
  }

  @Test("asks which arrays are meant, and finds those that are named")
  func naming() throws {
    let members = ["a", "b", "c"].map { NPZ.Member(name: $0, array: integers([0, 1, 0, 1])) }
    let file = FileBytes(name: "a.npz", bytes: try NPZ.encoded(members))
    #expect(
      datasetProblem { () throws(DatasetError) in try NumPyData.dataset(file) }?.contains("a, b, c")
        == true)
    #expect(try NumPyData.dataset(file, inputs: "b", targets: "c").targetName == "c")
    do {
      _ = try NumPyData.dataset(file, inputs: "b", targets: "d")
    } catch {
      #expect(error.option == "target" && error.unknownName?.name == "d")
      #expect(error.unknownName?.known == ["a", "b", "c"])
    }
  }
}
