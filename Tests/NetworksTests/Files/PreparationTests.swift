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
    for document in [short, filled, other] {
      let bytes = try document.encoded()
      #expect(throws: NetworkFileError.self) { try NetworkDocument(reading: bytes) }
    }
  }
}
