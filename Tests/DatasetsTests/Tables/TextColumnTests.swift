import Datasets
import TensorEngine
import Testing

@Suite("Columns of texts")
struct TextColumnTests {
  private static let adult = """
    age, work, hours, income
    39, State-gov, 40, <=50K
    50, Private, 13, <=50K
    38, Private, 40, >50K
    28,Private , 40, >50K 

    """

  @Test("become a feature for each text, and it is said")
  func oneHot() throws {
    let data = try table(Self.adult)
    #expect(data.featureNames == ["age", "work=Private", "work=State-gov", "hours"])
    #expect(data.doubles == [39, 0, 1, 40, 50, 1, 0, 13, 38, 1, 0, 40, 28, 1, 0, 40])
    #expect(data.classNames == ["<=50K", ">50K"])
    #expect(
      data.notes == [
        .format(.init(separator: .comma)), .numbers(columns: ["age", "hours"]),
        .oneHot(column: "work", texts: ["Private", "State-gov"]),
        .targetClasses(column: "income", names: ["<=50K", ">50K"]),
      ])
  }

  @Test("are numbered where that is said")
  func ordinal() throws {
    let data = try table(Self.adult, TableOptions(ordinal: ["work"]))
    #expect(data.featureNames == ["age", "work", "hours"])
    #expect(data.doubles.prefix(6) == [39, 1, 40, 50, 0, 13])
    #expect(data.notes.contains(.ordinal(column: "work", texts: ["Private", "State-gov"])))
  }

  @Test("of numbers too, where that is said")
  func numbers() throws {
    let text = "zone,b,y\n10,1,0\n9,2,1\n10.0,3,0\n"
    let data = try table(text, TableOptions(oneHot: ["zone"]))
    #expect(data.featureNames == ["zone=9", "zone=10", "b"])
    #expect(data.doubles == [0, 1, 1, 1, 0, 2, 0, 1, 3])
  }

  @Test("have the width of the whole file, whatever the split")
  func width() throws {
    let data = try table(Self.adult)
    #expect(data.categoriesMissing(in: [1, 2]) == ["work=State-gov"])
    #expect(data.categoriesMissing(in: [0, 1]).isEmpty)
  }

  @Test("of numbers with a unit are refused with what to type")
  func units() throws {
    let text = "w,y\n5 kg,0\n7 kg,1\n6.5 kg,0\n"
    #expect(failure { try table(text) }?.problem == "it holds numbers with the unit \"kg\"")
    #expect(try table(text, TableOptions(oneHot: ["w"])).featureNames.count == 3)
    #expect(try table("w,y\nA 1,0\nB 2,1\nC 3,0\n").featureNames.count == 3)
  }

  @Test("that name things are refused with what to type")
  func names() {
    let rows = (0..<30).map { "name\($0),\($0),\($0 % 2)" }
    let error = failure { try table("n,a,y\n" + rows.joined(separator: "\n")) }
    #expect(error?.hint == "skip=n leaves it out; ordinal=n numbers its texts")
  }

  @Test(
    "of more different texts than a column may have are told up to there, whatever it is read as",
    arguments: [
      TableOptions(), TableOptions(oneHot: ["n"]), TableOptions(ordinal: ["n"]),
      TableOptions(target: "n"),
    ])
  func crowded(options: TableOptions) {
    for texts in [1001, 1002, 3000] {
      let rows = (0..<3000).map { "name\($0 % texts),\($0),\($0 % 2)" }
      let error = failure { try table("n,a,y\n" + rows.joined(separator: "\n"), options) }
      #expect(error?.problem.contains("more than 1000 different") == true)
    }
  }

  @Test("numbers and texts in one column are refused, all of them in one message")
  func mixed() {
    let rows = (0..<9).map { $0 % 2 == 0 ? "\($0),\($0 % 2)" : "x\($0),\($0 % 2)" }
    let error = failure { try table("a,y\n1,0\n2,1\n" + rows.joined(separator: "\n")) }
    #expect(error?.line == 5)
    #expect(error?.problem.hasSuffix("and 3 more, 4 in all") == true)
  }

  @Test(
    "spellings of true and false are two classes",
    arguments: [
      (["True", "true", "FALSE", "False"], ["false", "true"]),
      (["Yes", "yes", "NO", "no"], ["no", "yes"]), (["True", "False"], ["False", "True"]),
      (["T", "f", "t", "F"], ["f", "t"]),
    ])
  func truths(cells: [String], names: [String]) throws {
    let rows = cells.enumerated().map { "\($0),\($1)" }
    #expect(try table("a,y\n" + rows.joined(separator: "\n")).classNames == names)
  }

  @Test("numbers with more digits than a double keeps stay apart as texts, and are said as numbers")
  func longNumbers() throws {
    let keys = ["12345678901234567", "12345678901234568", "12345678901234569"]
    let text = "id,y\n" + keys.enumerated().map { "\($1),\($0 % 2)\n" }.joined()
    #expect(try table(text).notes.contains(.lostDigits(keys[0], column: "id")))
    #expect(
      try table(text, TableOptions(oneHot: ["id"])).featureNames == keys.map { "id=\($0)" })
    let classes = "a,y\n" + (keys + keys).enumerated().map { "\($0),\($1)\n" }.joined()
    #expect(try table(classes).classNames == keys)
  }

  @Test("classes that differ only in capitals are said")
  func capitals() throws {
    let data = try table("a,y\n1,Cat\n2,cat\n3,dog\n")
    #expect(data.classNames == ["Cat", "cat", "dog"])
    #expect(data.notes.contains(.alikeClasses("Cat", "cat")))
  }

  @Test(
    "numbers in other notations never become classes",
    arguments: [
      (["1,0", "1,5", "2,0", "1,0", "1,5", "2,0"], [1, 1.5, 2, 1, 1.5, 2]),
      (["3.0%", "3.4%", "3.0%"], [0.03, 0.034, 0.03]),
      (["$5", "$7", "$5", "$7"], [5, 7, 5, 7]),
      (["\u{2212}5", "4", "\u{2212}5", "4"], [-5, 4, -5, 4]),
      (["12 000", "13 000", "12 000", "13 000"], [12000, 13000, 12000, 13000]),
    ])
  func local(cells: [String], values: [Double]) throws {
    let rows = cells.enumerated().map { "\($0);\($1)" }
    let data = try table("a;y\n" + rows.joined(separator: "\n"))
    #expect(data.classNames.isEmpty)
    #expect(data.targetNumbers == values)
  }

  @Test(
    "targets with a slip are refused",
    arguments: [
      ["1.5", "2.5", "offen", "3.5"], ["0", "1", "0", "1", "0", "1", "unknown"],
      ["1,80,000", "2,90,000", "1,80,000", "2,90,000"], ["1", "0", "True", "False"],
      ["5 kg", "7,5 kg", "6 kg", "5 kg"],
      ["0", "1", "0", "1", "0", "1", "0", "1", "0", "1", "unknown", "unknown"],
    ])
  func slips(cells: [String]) {
    let rows = cells.enumerated().map { "\($0);\($1)" }
    #expect(failure { try table("a;y\n" + rows.joined(separator: "\n")) }?.hint != nil)
  }
}
