import Datasets
import TensorEngine
import Testing

@Suite("CSV")
struct CSVTests {
  @Test("reads features, classes and names")
  func readsATable() throws {
    let data = try table("width,height,kind\n1,2.5,leaf\n-3,4e-1,bud\n.5,6.,leaf\n")
    #expect(data.featureNames == ["width", "height"])
    #expect(data.targetName == "kind")
    #expect(data.examples.inputShape == [2])
    #expect(data.floats == [1, 2.5, -3, 0.4, 0.5, 6])
    #expect(data.classNames == ["bud", "leaf"])
    #expect(data.classes == [1, 0, 1])
    #expect(data.name == "t.csv")
    #expect(data.exampleKind == .row)
    #expect(
      data.notes == [
        .format(.init(separator: .comma)), .numbers(columns: ["width", "height"]),
        .targetClasses(column: "kind", names: ["bud", "leaf"]),
      ])
  }

  @Test("reads all line ends alike", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let lines = ["a,b,c", "1,2,x", "3,4,y"]
    let expected = try table("a,b,c\n1,2,x\n3,4,y\n")
    #expect(try table(lines.joined(separator: end)) == expected)
    #expect(try table(lines.joined(separator: end) + end) == expected)
    #expect(try table(end + lines.joined(separator: end + end) + end + end) == expected)
  }

  @Test("takes whatever stands between the cells", arguments: [";", "\t", "|", " ", "   "])
  func separators(separator: String) throws {
    let text = "a,b,c\n1,2,x\n3,4,y\n"
    var data = try table(text.replacing(",", with: separator))
    var expected = try table(text)
    data.notes = []
    expected.notes = []
    #expect(data == expected)
  }

  @Test("skips a byte-order mark")
  func byteOrderMark() throws {
    let data = try CSV.dataset(
      FileBytes(name: "t.csv", bytes: [0xef, 0xbb, 0xbf] + Array("a,b\n1,0\n2,1\n".utf8)))
    #expect(data.featureNames == ["a"])
  }

  @Test("reads packed files")
  func packed() throws {
    let text = "a,b\n1,0\n2,1\n"
    let file = FileBytes(name: "t.csv", bytes: StoredGzip.packed(Array(text.utf8)))
    #expect(try CSV.dataset(file) == table(text))
  }

  @Test("reads quoted cells with separators, quotes and line ends")
  func quotedCells() throws {
    let data = try table("\"a, b\",\"say \"\"c\"\"\"\n\"1.5\" ,\"x\ny\"\n 2 , \"p,q\"\n")
    #expect(data.featureNames == ["a, b"])
    #expect(data.targetName == "say \"c\"")
    #expect(data.floats == [1.5, 2])
    #expect(data.classNames == ["p,q", "x y"])
  }

  @Test("counts physical lines behind a quoted line end")
  func linesBehindQuotes() throws {
    let error = failure { try table("a,b\n1,\"x\n\ny\"\noops,z\n") }
    #expect(error?.line == 5)
    #expect(error?.column == 1)
  }

  @Test("sees that there is no header", arguments: ["1,2\n3,4\n5,6\n", "1,cat\n2,dog\n3,cat\n"])
  func noHeader(text: String) throws {
    let data = try table(text)
    #expect(data.examples.count == 3)
    #expect(data.featureNames == ["x1"])
    #expect(data.targetName == "x2")
    #expect(data.notes.first == .format(.init(namelessColumns: 2, separator: .comma)))
  }

  @Test("sees a header that has a number among its names")
  func headerWithNumber() throws {
    let data = try table("name,1990\n1,2\n3,4\n")
    #expect(data.featureNames == ["name"])
    #expect(data.examples.count == 2)
  }

  @Test("gives a column without a name its number")
  func unnamedColumn() throws {
    #expect(try table(",b,c\n0,1,2\n1,3,4\n").featureNames == ["x1", "b"])
  }

  @Test("finds the target by its name and by its number")
  func targets() throws {
    let text = "a,b,c\n1,2,3.5\n4,5,6\n"
    #expect(try table(text, target: "a").featureNames == ["b", "c"])
    #expect(try table(text, target: "2").targetName == "b")
    #expect(try table(text).targetName == "c")
    #expect(try table("1,2\n3,4\n", target: "x1").targetName == "x1")
  }

  @Test("lists the columns when the target is not there")
  func unknownTarget() {
    let error = failure { try table("a,b,c\n1,2,3\n", target: "bb") }
    #expect(error?.option == "target")
    #expect(error?.unknownName?.name == "bb")
    #expect(error?.unknownName?.known == ["a", "b", "c"])
    #expect(error?.hint == "the columns are: a, b, c")
    #expect(failure { try table("a,b\n1,2\n", target: "0") } != nil)
    #expect(failure { try table("a,b\n1,2\n", target: "3") } != nil)
    #expect(failure { try table("a,b\n1,2\n", target: "-9223372036854775808") } != nil)
  }

  @Test("leaves columns out")
  func ignoring() throws {
    let file = FileBytes(name: "t.csv", bytes: Array("id,a,name,b\n7,1,ann,0\n8,2,bo,1\n".utf8))
    let data = try CSV.dataset(file, TableOptions(skip: ["id", "name"]))
    #expect(data.featureNames == ["a"])
    #expect(data.classNames == ["0", "1"])
    #expect(failure { try CSV.dataset(file, TableOptions(target: "a", skip: ["a"])) } != nil)
    #expect(failure { try CSV.dataset(file, TableOptions(skip: ["ids"])) }?.option == "skip")
    #expect(failure { try CSV.dataset(file, TableOptions(skip: ["id", "a", "name"])) } != nil)
  }
}
