import Datasets
import Testing

@Suite("The positive class of two")
struct PositiveClassTests {
  private func data(_ no: Int, _ yes: Int) throws -> Dataset {
    let rows = (0..<no).map { "\($0),no" } + (0..<yes).map { "\($0),yes" }
    let text = "x,label\n" + rows.joined(separator: "\n") + "\n"
    return try CSV.dataset(FileBytes(name: "shop.csv", bytes: Array(text.utf8)))
  }

  @Test("is the rarer one, or the second where each has 45 to 55% of all examples")
  func rule() throws {
    for yes in 1..<100 {
      let expected = (45...55).contains(yes) ? "yes" : yes < 50 ? "yes" : "no"
      let data = try data(100 - yes, yes)
      #expect(data.positiveClass.map { data.classNames[$0] } == expected, "\(yes) of 100")
      #expect(!data.isPositiveChosen)
    }
  }

  @Test("is what is said, and nothing else changes")
  func choice() throws {
    let data = try data(9, 1)
    let chosen = try data.choosing(positive: "no")
    #expect(chosen.positiveClass == 0 && chosen.isPositiveChosen)
    #expect(chosen.examples == data.examples && chosen.classNames == data.classNames)
    let error = #expect(throws: DatasetError.self) { try data.choosing(positive: "maybe") }
    #expect(error?.option == "positive" && error?.unknownName?.known == ["no", "yes"])
  }

  @Test("is none of three classes, nor of values")
  func others() throws {
    let three = try CSV.dataset(
      FileBytes(name: "t.csv", bytes: Array("x,y\n1,a\n2,b\n3,c\n".utf8)))
    #expect(three.positiveClass == nil)
    #expect(throws: DatasetError.self) { try three.choosing(positive: "a") }
  }
}
