import Datasets
import TensorEngine
import Testing

@Suite("CSV targets")
struct CSVTargetTests {
  /// A table of one feature and these targets.
  private func data(_ targets: [String], kind: TargetKind? = nil) throws -> Dataset {
    let rows = targets.enumerated().map { "\($0),\($1)" }
    return try table("x,y\n" + rows.joined(separator: "\n"), kind: kind)
  }

  @Test("texts are classes, sorted by their bytes")
  func texts() throws {
    #expect(try data(["b", "B", "ä", "b", "10", "9"]).classNames == ["10", "9", "B", "b", "ä"])
  }

  @Test("few whole numbers are classes, sorted by size")
  func wholeNumbers() throws {
    let data = try data(["10", "9", "-1", "9.0", "1e1", "-1"])
    #expect(data.classNames == ["-1", "9", "10"])
    #expect(data.classes == [2, 1, 0, 1, 2, 0])
  }

  @Test("zero and one are classes even if they come once")
  func zeroAndOne() throws {
    #expect(try data(["1", "0"]).classNames == ["0", "1"])
  }

  @Test("twenty different whole numbers are classes, twenty-one are values")
  func twenty() throws {
    let twenty = (0..<20).flatMap { ["\($0)", "\($0)"] }
    #expect(try data(twenty).classNames.count == 20)
    #expect(try data(twenty + ["20", "20"]).classNames.isEmpty)
  }

  @Test("whole numbers that come once are values")
  func singles() throws {
    #expect(try data(["100", "120", "90"]).values == [100, 120, 90])
  }

  @Test("numbers with a fraction are values")
  func fractions() throws {
    let data = try data(["1", "2.5", "1", "2"])
    #expect(data.values == [1, 2.5, 1, 2])
    #expect(data.classNames.isEmpty)
    #expect(data.classCounts.isEmpty)
    #expect(data.targetStatistics()?.maximum == 2.5)
  }

  @Test("can be told to be values or classes")
  func forced() throws {
    #expect(try data(["0", "1", "1"], kind: .values).values == [0, 1, 1])
    #expect(try data(["0.5", "1.5", "0.50"], kind: .classes).classNames == ["0.5", "1.5"])
    #expect(failure { try data(["1", "cat"], kind: .values) }?.line == 3)
  }

  @Test("a text among many numbers is refused where it stands")
  func strayText() {
    let numbers = (0..<30).map { "\(Double($0) + 0.5)" }
    let error = failure { try data(numbers + ["n/a"] + numbers) }
    #expect(error?.line == 32)
    #expect(error?.column == 2)
    #expect(error?.columnName == "y")
  }

  @Test("names of things are no classes")
  func names() {
    let error = failure { try data((0..<30).map { "name\($0)" }) }
    #expect(error?.problem.contains("30 different cells in 30 rows") == true)
    let many = (0..<3000).map { "name\($0 / 2)" }
    #expect(failure { try data(many) }?.problem.contains("more than 1000") == true)
  }

  @Test("one class alone is refused")
  func oneClass() {
    let error = failure { try data(["a", "a", "a"]) }
    #expect(error?.problem == "the target is \"a\" in every row: there is nothing to learn")
  }

  @Test("counts the classes in their order")
  func counts() throws {
    let data = try data(["b", "a", "b", "c"])
    #expect(data.classCounts.map(\.count) == [1, 2, 1])
    #expect(data.classCounts(of: [0, 2]).map(\.count) == [0, 2, 0])
    #expect(data.classCounts.map(\.name) == ["a", "b", "c"])
  }
}
