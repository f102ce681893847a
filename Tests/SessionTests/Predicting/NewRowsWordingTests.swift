import Language
import Testing
import Workbench

@testable import Datasets

@Suite("Words for a file of new rows")
struct NewRowsWordingTests {
  private static func fault(_ kind: NewRowsError.CellProblem, column: Int? = 2) -> NewRowsError {
    .cells(
      [.init(line: 3, column: column, columnName: column.map { _ in "age" }, kind: kind)], count: 1)
  }

  private static let errors: [(NewRowsError, String)] = [
    (.noRows(headerLine: 1), "new.csv, line 1: there is a header, but no row follows it"),
    (.missingColumns(["age"], inFile: ["Age"]), "new.csv: the column age is missing"),
    (
      .missingColumns(["age", "job"], inFile: ["a"]), "new.csv: 2 columns are missing: age, job"
    ),
    (.columnTwice("age"), "new.csv: two columns have the name \"age\""),
    (
      .columnCount(1, needed: ["a", "b"]),
      "new.csv: it has no header and 1 column, and the network takes 2"
    ),
    (.noSuchColumn("pai", option: "target", inFile: ["paid"]), "no column has the name \"pai\""),
    (
      .neededAsTarget("age"), "the network takes age: it can't be the column with the answers"
    ),
    (
      .tooLarge(rows: 5, features: 6),
      "new.csv: 5 rows of 6 features are more than fit into memory"
    ),
    (
      fault(.width(1, expected: 3), column: nil),
      "new.csv, line 3: this row has 1 cell, but there are 3 columns"
    ),
    (
      fault(.notNumber("many")),
      "new.csv, line 3, column 2 (age): the cell holds \"many\", and age is a number"
    ),
    (
      fault(.tooGreat("1e31")),
      "new.csv, line 3, column 2 (age): \"1e31\" is too large: numbers go up to 1e30"
    ),
    (
      fault(.unknownText("old", known: ["new"], canBeNone: true)),
      "new.csv, line 3, column 2 (age): the network has never seen the age \"old\""
    ),
    (
      fault(.gap),
      "new.csv, line 3, column 2 (age): age is missing, and nothing was learned that stands for it"
    ),
  ]

  private func diagnostic(_ error: NewRowsError) throws -> Diagnostic {
    let script = Script(parsing: "predict csv new.csv target=pai")
    guard case .command(let command)? = script.statements.first else {
      throw script.diagnostics[0]
    }
    return Wording.diagnostic(for: error, file: "new.csv", in: command, at: SourceRange(12, 19))
  }

  @Test("say what is wrong, at the word that is at fault", arguments: errors.indices)
  func words(index: Int) throws {
    let (error, text) = Self.errors[index]
    let diagnostic = try diagnostic(error)
    #expect(diagnostic.message == text)
    let isOfOption = text.hasPrefix("no column") || text.hasPrefix("the network takes")
    #expect(diagnostic.range == (isOfOption ? SourceRange(27, 30) : SourceRange(12, 19)))
  }

  @Test("count what is not told")
  func counted() throws {
    let fault = NewRowsError.PlacedFault(line: 3, column: 1, columnName: "a", kind: .gap)
    let error = NewRowsError.cells([fault, fault, fault], count: 12)
    #expect(try diagnostic(error).message.hasSuffix("; and 11 more, 12 in all"))
  }

  @Test("offer the nearest name, and what can be done")
  func hints() throws {
    let near = try diagnostic(.noSuchColumn("pai", option: "target", inFile: ["paid"])).hints
    #expect(near == ["did you mean: paid", "the columns are: paid"])
    let unknown = Self.fault(.unknownText("x", known: ["a", "b"], canBeNone: true))
    #expect(
      try diagnostic(unknown).hints == ["it was: a, b; unknown=zeros takes it as none of them"])
    let fixed = Self.fault(.unknownText("x", known: ["a", "b"], canBeNone: false))
    #expect(try diagnostic(fixed).hints == ["it was: a, b"])
  }
}
