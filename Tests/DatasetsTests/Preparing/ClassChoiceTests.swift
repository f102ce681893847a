import Datasets
import TensorEngine
import Testing

@Suite("Choosing classes")
struct ClassChoiceTests {
  private func digits() throws -> Dataset {
    try #require(Generator.named("digits")).dataset(
      options: [("images", 40), ("test", 20)], seed: 2)
  }

  @Test("keeps the rows of these classes in their order, and the classes' names")
  func keeps() throws {
    let all = try digits()
    let few = try all.keeping(classes: ["9", "5", "7", "5"])
    #expect(few.classNames == ["5", "7", "9"])
    #expect(few.testRows == 12..<18)
    #expect(few.trainingRows == 0..<12)
    guard case .classes(let before, _) = all.examples.targets,
      case .classes(let after, 3) = few.examples.targets
    else {
      Issue.record("classes stay classes")
      return
    }
    let rows = before.indices.filter { [5, 7, 9].contains(before[$0]) }
    #expect(after == rows.map { (before[$0] - 5) / 2 })
    for (new, old) in rows.enumerated() {
      #expect(few.examples.rawInput(at: new) == all.examples.rawInput(at: old))
    }
  }

  @Test("all classes are the data as it was")
  func all() throws {
    let digits = try digits()
    #expect(try digits.keeping(classes: (0..<10).map { "\($0)" }) == digits)
  }

  @Test("numbers as inputs are kept as bytes are")
  func floats() throws {
    let blobs = try #require(Generator.named("blobs")).dataset(
      options: [("points", 9), ("classes", 3)], seed: 0)
    let names = Array(blobs.classNames.suffix(2))
    let two = try blobs.keeping(classes: names)
    #expect(two.classNames == names)
    #expect(two.examples.count == 6)
    #expect(two.testRows == nil)
  }

  @Test("a name that is not there, one class, and a regression are refused")
  func refusals() throws {
    let digits = try digits()
    let houses = try #require(Generator.named("houses")).dataset(seed: 0)
    for (data, names) in [
      (digits, ["0", "10"]), (digits, ["3", "3"]), (digits, []), (houses, ["0"]),
    ] {
      let error = #expect(throws: DatasetError.self) { try data.keeping(classes: names) }
      #expect(error?.option == "classes")
    }
  }
}
