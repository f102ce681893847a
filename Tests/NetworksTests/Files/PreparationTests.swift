import Networks
import TensorEngine
import Testing

@Suite("What a network's file says of a table")
struct PreparationTests {
  private func document(
    columns: [Preparation.Column], features: [String], fill: [Double]?
  ) throws -> NetworkDocument {
    var preparation = Preparation(data: "people.csv", featureNames: features)
    preparation.columns = columns
    preparation.fill = fill
    let network = try Samples.network([features.count], seed: 3, [Dense(units: 1)])
    return NetworkDocument(network: network, preparation: preparation)
  }

  private let columns = [
    Preparation.Column(name: "age", kind: "number", texts: [], isFlagged: true),
    Preparation.Column(
      name: "work", kind: "onehot", texts: ["private", "state"], isFlagged: false),
    Preparation.Column(name: "size", kind: "ordinal", texts: ["L", "S"], isFlagged: false),
  ]
  private let features = ["age", "age missing", "work=private", "work=state", "size"]

  @Test("comes back equal: its columns, and what stood for missing values")
  func roundTrip() throws {
    let document = try document(columns: columns, features: features, fill: [41.5, 0, 1, 0, 0])
    let read = try NetworkDocument(reading: document.encoded())
    #expect(read == document)
    #expect(read.preparation?.columns == columns)
    #expect(read.preparation?.fill == [41.5, 0, 1, 0, 0])
  }

  @Test("is refused where it can't be")
  func refusals() throws {
    let short = try document(columns: Array(columns.dropLast()), features: features, fill: nil)
    let filled = try document(columns: columns, features: features, fill: [1, 2])
    var strange = columns
    strange[1].kind = "hot"
    let other = try document(columns: strange, features: features, fill: nil)
    var twice = columns
    twice[2].name = "age"
    let repeated = try document(columns: twice, features: features, fill: nil)
    let renamed = try document(
      columns: columns, features: ["age", "age missing", "work=private", "work=other", "size"],
      fill: nil)
    for document in [short, filled, other, repeated, renamed] {
      let bytes = try document.encoded()
      #expect(throws: NetworkFileError.self) { try NetworkDocument(reading: bytes) }
    }
  }

  private func error(_ change: (inout Preparation) -> Void) throws -> NetworkFileError? {
    var document = try document(columns: columns, features: features, fill: [41.5, 0, 1, 0, 0])
    var preparation = try #require(document.preparation)
    preparation.classNames = ["no", "yes"]
    preparation.positiveClass = 1
    change(&preparation)
    document.preparation = preparation
    do {
      #expect(try NetworkDocument(reading: document.encoded()) == document)
      return nil
    } catch { return error }
  }

  @Test("keeps which class is the positive one, which must be one of two")
  func positiveClass() throws {
    #expect(try error { _ in } == nil)
    #expect(try error { $0.positiveClass = 0 } == nil)
    #expect(try error { $0.positiveClass = nil } == nil)
    for number in [-1, 2, .max, .min] {
      #expect(
        try error { $0.positiveClass = number }
          == .content(.badPositiveClass(number, classes: 2)))
    }
    for names in [[], ["yes"], ["no", "perhaps", "yes"]] {
      #expect(
        try error { $0.classNames = names }
          == .content(.badPositiveClass(1, classes: names.count)))
    }
  }

  @Test("names as many features as the network takes")
  func featureCount() throws {
    let names = features + ["more"]
    #expect(
      try error { preparation in
        preparation.columns = nil
        preparation.fill = nil
        preparation.featureNames = names
      } == .content(.featureCount(6, input: [5])))
  }

  @Test("fills in and scales with numbers of 32 bits alone")
  func finite() throws {
    #expect(try error { $0.fill = [1e39, 0, 1, 0, 0] } == .content(.badFill))
    #expect(try error { $0.fill = [] } == .content(.columnFeatures))
    for scaling in [
      Preparation.Scaling(kind: "standard", shift: [1e39], scale: [1]),
      Preparation.Scaling(kind: "standard", shift: [0], scale: [0]),
      Preparation.Scaling(kind: "standard", shift: [0], scale: [-1]),
      Preparation.Scaling(kind: "standard", shift: [0, 0], scale: [1]),
      Preparation.Scaling(kind: "standard", shift: [], scale: []),
    ] {
      #expect(try error { $0.scaling = scaling } == .content(.badScaling))
    }
  }

  @Test("computes the features that it names, of the columns that it has")
  func computed() throws {
    func set(_ columns: [String], _ formulas: [String], keeps: Bool, _ names: [String])
      -> (inout Preparation) -> Void
    {
      { preparation in
        preparation.fill = nil
        preparation.columns = nil
        preparation.features = Preparation.Features(
          columns: columns, formulas: formulas, keepsColumns: keeps)
        preparation.featureNames = names
      }
    }
    let names = ["a", "b", "c", "a^2", "b^2"]
    let kept = set(["a", "b", "c"], ["a^2", "b^2"], keeps: true, names)
    #expect(try error(kept) == nil)
    #expect(
      try error(set(["a", "b", "c"], ["a^2", "c^2"], keeps: true, names))
        == .content(.columnFeatures))
    #expect(
      try error(set(["a", "b", "c"], ["a^2", "b^2"], keeps: false, names))
        == .content(.columnFeatures))
    let numbers = ["a", "b", "c"].map {
      Preparation.Column(name: $0, kind: "number", texts: [], isFlagged: false)
    }
    #expect(
      try error {
        kept(&$0)
        $0.columns = numbers
      } == nil)
    #expect(
      try error {
        kept(&$0)
        $0.columns = Array(numbers.dropLast())
      } == .content(.columnFeatures))
  }
}
