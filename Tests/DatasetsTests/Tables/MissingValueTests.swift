import Datasets
import TensorEngine
import Testing

@Suite("Missing values of tables")
struct MissingValueTests {
  private static let text =
    "age,work,income\n39,state,low\n,private,low\n38,,high\n53,private,high\n28,private,?\n"

  @Test("are counted by their columns in one message that says what to type")
  func refused() {
    let error = failure { try table(Self.text) }
    #expect(error?.problem == "3 values are missing: age 1, work 1, income 1")
    #expect(error?.line == 3)
    #expect(error?.hint?.contains("missing=drop") == true)
  }

  @Test(
    "a missing label is never a class",
    arguments: ["", "?", "NA", "n/a", "NaN", "null", "None", "#DIV/0!", "k.A.", "\\N", "#N/A"])
  func label(mark: String) throws {
    let rows = (0..<20).map { "\($0),\($0 % 2)" } + ["20,\(mark)"]
    let text = "a,y\n" + rows.joined(separator: "\n") + "\n"
    #expect(failure { try table(text) }?.problem == "1 value is missing: y 1")
    for missing in MissingValues.allCases where missing != .refuse {
      let data = try table(text, TableOptions(missing: missing))
      #expect(data.classNames == ["0", "1"])
      #expect(data.examples.count == 20)
      let leftOut: DatasetNote.LeftOut =
        missing == .drop ? .init(rowsWithGaps: 1) : .init(rowsWithoutTarget: 1)
      #expect(data.notes.contains(.leftOut(leftOut)))
    }
  }

  @Test("are dropped with their rows, and it is said")
  func drop() throws {
    let data = try table(Self.text, TableOptions(missing: .drop))
    #expect(data.featureNames == ["age", "work=private", "work=state"])
    #expect(data.doubles == [39, 0, 1, 53, 1, 0])
    #expect(data.notes.contains(.leftOut(.init(rowsWithGaps: 3))))
  }

  @Test("stay missing until they are filled in by what the training rows hold")
  func fill() throws {
    let data = try table(Self.text, TableOptions(missing: .mean))
    #expect(data.doubles.count { $0.isNaN } == 3)
    let fill = try #require(FillIns(fittedTo: data, rows: [0, 2]))
    #expect(fill.values == [38.5, 0, 1])
    let examples = try data.examples.scaled(
      by: DataPreparation(nil, fittedTo: data, rows: [0, 2]).scaling)
    #expect(examples.input(at: 1) == [38.5, 1, 0])
    #expect(examples.input(at: 2) == [38, 0, 1])
  }

  @Test("have a feature of their own where they are flagged")
  func flag() throws {
    let data = try table(Self.text, TableOptions(missing: .flag))
    #expect(
      data.featureNames == ["age", "age missing", "work=private", "work=state", "work missing"])
    let fill = try #require(FillIns(fittedTo: data, rows: [0, 1, 2, 3]))
    let mean: Double = 130.0 / 3.0
    #expect(fill.values == [mean, 0, 0, 0, 0])
    #expect(data.doubles[6] == 1)
  }

  @Test("a column without any value in the training rows is filled with 0")
  func nothingToLearn() throws {
    let data = try table("a,b,y\n,1,0\n,2,1\n5,3,0\n", TableOptions(missing: .median))
    #expect(FillIns(fittedTo: data, rows: [0, 1])?.values == [0, 1.5])
    #expect(FillIns(fittedTo: data, rows: [0, 2])?.values == [5, 2])
  }
}
