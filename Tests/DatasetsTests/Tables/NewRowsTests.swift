import TensorEngine
import Testing

@testable import Datasets

@Suite("New rows")
struct NewRowsTests {
  private static let layout = TableLayout(
    columns: [
      .init(name: "age", kind: .number), .init(name: "job", kind: .oneHot(["clerk", "farmer"])),
      .init(name: "size", kind: .ordinal(["large", "small"])),
    ], missing: .refuse)
  private static let filling = TableLayout(columns: layout.columns, missing: .median)

  private static func rows(
    _ text: String, _ layout: TableLayout = layout, target: String? = "paid",
    _ options: NewRowsOptions = NewRowsOptions()
  ) throws -> NewRows {
    try NewRows(
      FileBytes(name: "new.csv", bytes: Array(text.utf8)), as: layout, target: target,
      options: options)
  }

  private static func error(
    _ text: String, _ layout: TableLayout = layout, _ options: NewRowsOptions = NewRowsOptions()
  ) throws -> NewRowsError? {
    do {
      _ = try rows(text, layout, target: "paid", options)
      return nil
    } catch let error as NewRowsError { return error }
  }

  private static let features: [Double] = [40, 1, 0, 1, 30, 0, 1, 0]

  @Test(
    "are the same whatever the order of the columns, the separator and the line ends",
    arguments: [
      "age,job,size\n40,clerk,small\n30,farmer,large\n",
      "size,age,job\nsmall,40,clerk\nlarge,30,farmer",
      "id;size;note;age;job\r\n1;small;x;40;clerk\r\n2;large;y;30;farmer\r\n",
      "\u{FEFF}job\tsize\tage\nclerk\tsmall\t40\nfarmer\tlarge\t30\n",
      "paid,age,job,size\nyes,\"40\",\"clerk\",\"small\"\nno, 30 , farmer ,large\n\n,,,\n",
      "40,clerk,small\n30,farmer,large\n",
      "40|clerk|small\n30|farmer|large\n",
    ])
  func sameRows(text: String) throws {
    let rows = try Self.rows(text)
    #expect(rows.features == Self.features)
    #expect(rows.count == 2)
  }

  @Test("say which columns were left out, and keep the true answers apart")
  func leftOut() throws {
    let rows = try Self.rows("id,paid,age,job,size\n7,yes,40,clerk,small\n8,1,30,farmer,large\n")
    #expect(rows.leftOut == ["id"])
    #expect(rows.labelName == "paid")
    #expect(rows.labels == [.text("yes"), .number(1)])
    #expect(rows.hasHeader)
  }

  @Test("without a header are taken by place, as many columns as were learned")
  func byPlace() throws {
    #expect(try !Self.rows("40,clerk,small\n30,farmer,large").hasHeader)
    let wide = "1,40,clerk,small\n2,30,farmer,large\n"
    #expect(try Self.error(wide) == .columnCount(4, needed: ["age", "job", "size"]))
    for options in [NewRowsOptions(skip: ["1"]), NewRowsOptions(target: "x1")] {
      #expect(try Self.rows(wide, target: nil, options).features == Self.features)
    }
    let labels = try Self.rows(wide, target: nil, NewRowsOptions(target: "1")).labels
    #expect(labels == [.number(1), .number(2)])
  }

  @Test("lack columns by their names")
  func missingColumns() throws {
    #expect(
      try Self.error("age,work,size\n40,clerk,small\n")
        == .missingColumns(["job"], inFile: ["age", "work", "size"]))
    #expect(
      try Self.error("a,b,c\nx,y,z\n")
        == .missingColumns(["age", "job", "size"], inFile: ["a", "b", "c"]))
    #expect(
      try Self.error("age,job,size\n40,clerk,small\n", Self.layout, .init(separator: .semicolon))
        == .missingColumns(["age", "job", "size"], inFile: ["age,job,size"]))
    #expect(try Self.error("age,job,age,size\n1,clerk,2,small\n") == .columnTwice("age"))
    #expect(
      try Self.error("age,job,size\n1,clerk,small\n", Self.layout, .init(target: "job"))
        == .neededAsTarget("job"))
    #expect(
      try Self.error("age,job,size\n1,clerk,small\n", Self.layout, .init(target: "pai"))
        == .noSuchColumn("pai", option: "target", inFile: ["age", "job", "size"]))
  }

  @Test("have all their faults in one error, the first three by line and column")
  func faults() throws {
    let text = """
      job,age,size
      clerk,many,small
      pilot,30,small
      farmer,31
      clerk,,tiny
      clerk,1e31,small
      """
    guard case .cells(let faults, let count) = try Self.error(text) else {
      Issue.record("nothing was refused")
      return
    }
    #expect(count == 6)
    #expect(faults.map(\.line) == [2, 3, 4])
    #expect(faults.map(\.column) == [2, 1, nil])
    #expect(faults.map(\.columnName) == ["age", "job", nil])
    #expect(
      faults.map(\.kind) == [
        .notNumber("many"),
        .unknownText("pilot", known: ["clerk", "farmer"], canBeNone: true),
        .width(2, expected: 3),
      ])
  }

  @Test("take a text that was never seen as none of the known ones, where that is said")
  func unknown() throws {
    let text = "age,job,size\n40,pilot,small\n30,clerk,large\n"
    let rows = try Self.rows(text, Self.layout, target: nil, .init(unknown: .zeros))
    #expect(rows.features == [40, 0, 0, 1, 30, 1, 0, 0])
    #expect(rows.unknownCount == 1)
    #expect(
      rows.columns[1].cells == .texts([2, 0], names: ["clerk", "farmer", "pilot"]))
    // A number in the order of sizes would have to be made up.
    let faults = try Self.error(
      "age,job,size\n40,clerk,tiny\n", Self.layout, .init(unknown: .zeros))
    #expect(
      faults
        == .cells(
          [
            .init(
              line: 2, column: 3, columnName: "size",
              kind: .unknownText("tiny", known: ["large", "small"], canBeNone: false))
          ], count: 1))
  }

  @Test("leave gaps to what was learned for them, and are refused where nothing was")
  func gaps() throws {
    let text = "age,job,size\nNA,clerk,?\n30,,large\n"
    let rows = try Self.rows(text, Self.filling)
    #expect(rows.gapCount == 3)
    #expect(rows.features.map(\.isNaN) == [true, false, false, true, false, true, true, false])
    guard case .cells(let faults, 3) = try Self.error(text) else {
      Issue.record("gaps were taken")
      return
    }
    #expect(faults.allSatisfy { $0.kind == .gap })
    let flagged = TableLayout(
      columns: [.init(name: "age", kind: .number, isFlagged: true)], missing: .flag)
    let flags = try Self.rows("age,other\nNA,1\n2,2\n", flagged).features
    #expect(flags[1...] == [1, 2, 0])
  }

  @Test("know a header by a name that is looked for, or by having nothing that could be data")
  func header() throws {
    let numbers = TableLayout(
      columns: [.init(name: "x1", kind: .number), .init(name: "x2", kind: .number)],
      missing: .refuse)
    #expect(try Self.rows("1,2\n", numbers).features == [1, 2])
    #expect(try Self.rows("x2,x1\n1,2\n", numbers).features == [2, 1])
    #expect(try Self.rows("2,1\n", numbers, target: nil, .init(hasHeader: false)).count == 1)
    #expect(
      try Self.error("a,b\n1,2\n", numbers) == .missingColumns(["x1", "x2"], inFile: ["a", "b"]))
    #expect(try Self.error("x1,x2\n", numbers) == .noRows(headerLine: 1))
    let years = TableLayout(
      columns: [.init(name: "2019", kind: .number), .init(name: "2020", kind: .number)],
      missing: .refuse)
    #expect(try Self.rows("2020,2019\n1,2\n", years).features == [2, 1])
  }

  @Test("read numbers as people write them, by the file's own decimal mark")
  func decimals() throws {
    let numbers = TableLayout(
      columns: [.init(name: "a", kind: .number), .init(name: "b", kind: .number)],
      missing: .refuse)
    #expect(try Self.rows("b;a\n1,5;2,25\n", numbers).features == [2.25, 1.5])
    #expect(try Self.rows("a,b\n5%,1\n7%,2\n", numbers).features == [0.05, 1, 0.07, 2])
    #expect(
      try Self.rows("a;b\n1.234;2.345\n", numbers, target: nil, .init(decimal: .comma)).features
        == [1234, 2345])
    guard case .table? = try Self.error("a;b\n1.234;2.345\n", numbers) else {
      Issue.record("two readings were taken for one")
      return
    }
    // A doubtful number in a column that nobody needs is nobody's doubt.
    #expect(try Self.rows("a;b;note\n1;2;1.234\n", numbers).features == [1, 2])
  }

  @Test("of one column are rows too")
  func oneColumn() throws {
    let one = TableLayout(columns: [.init(name: "x1", kind: .number)], missing: .refuse)
    #expect(try Self.rows("x1\n1\n2.5\n", one).features == [1, 2.5])
    #expect(try Self.rows("1\n2.5\n", one).features == [1, 2.5])
  }

  @Test(
    "of a file that was learned from are its features, to the bit",
    arguments: [MissingValues.mean, .median, .mode, .flag])
  func sameAsLearned(missing: MissingValues) throws {
    let text = """
      age;yes or no;rooms;paid
      1,5;True;3;a
      ;false;1;b
      2,25;true;;a
      7;FALSE;2;b
      NA;;3;a
      """
    let bytes = FileBytes(name: "new.csv", bytes: Array(text.utf8))
    let options = TableOptions(missing: missing, oneHot: ["rooms"])
    let data = try CSV.dataset(bytes, options)
    let layout = try #require(data.table)
    let rows = try NewRows(bytes, as: layout, target: data.targetName)
    guard case .doubles(let learned) = data.examples.inputs else {
      Issue.record("the table is of another precision")
      return
    }
    #expect(rows.features.map(\.bitPattern) == learned.map(\.bitPattern))
    #expect(rows.labels == ["a", "b", "a", "b", "a"].map { .text($0) })
  }

  @Test("are refused as text that is none, and never trap")
  func noText() throws {
    for bytes: [UInt8] in [[], [0xFF, 0xFE, 0x41], [0x80, 0x0A], [0x41, 0, 0x0A], [0x22, 0x41]] {
      #expect(throws: NewRowsError.self) {
        try NewRows(FileBytes(name: "new.csv", bytes: bytes), as: Self.layout, target: nil)
      }
    }
  }

  @Test("that are cut off anywhere are read or refused")
  func cutOff() throws {
    let text = Array("age,job,size\r\n40,\"cle\"\"rk\",small\r\n30,farmer,large\r\n".utf8)
    for count in text.indices {
      let file = FileBytes(name: "new.csv", bytes: Array(text[..<count]))
      do {
        #expect(try NewRows(file, as: Self.layout, target: nil).features.count % 4 == 0)
      } catch {}
    }
  }
}
