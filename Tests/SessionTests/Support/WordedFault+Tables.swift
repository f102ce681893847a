import Datasets

extension WordedFault {
  private static let saveAgain = "save it again as CSV in UTF-8"
  private static let separators =
    "cells are separated by commas, semicolons, tabs, pipes or blanks"

  static let tables: [WordedFault] = [
    .init(.table(.empty), "the file is empty"),
    .init(.table(.utf16), "this text is in UTF-16", saveAgain),
    .init(.table(.packed), "this is a packed file or a spreadsheet, not text", saveAgain),
    .init(.table(.zeroBytes), "this is not a text file: it holds zero bytes", saveAgain),
    .init(.table(.notUTF8), "this text is not UTF-8", saveAgain),
    .init(
      .table(.rowTooLong(most: 100_000)),
      "this row has more than 100,000 cells: it is no row of a table"),
    .init(
      .table(.openQuote), "a quoted text begins here and never ends",
      "close it with \", or write \"\" for a quote within it"),
    .init(
      .table(.textBehindQuote), "text follows the closing quote",
      "write \"\" for a quote within a quoted text"),
    .init(
      .table(.unknownSeparator(line: "sep=x")), "\"sep=x\" names a separator that can't be read",
      separators),
    .init(
      .table(.twoSeparators(.comma, .semicolon)),
      "its cells can be separated by commas or by semicolons",
      "separator=comma or separator=semicolon says which"),
    .init(
      .table(
        .twoDecimalMarks(comma: .init(line: 3, text: "2,5"), point: .init(line: 2, text: "1.5"))),
      "\"2,5\" (line 3) has a decimal comma, and \"1.5\" (line 2) a decimal point",
      "decimal=comma or decimal=point says which is right"),
    .init(
      .table(.doubtfulNumber("1,234", withPoint: 1234, withComma: 1.234)),
      "\"1,234\" can be read in two ways: as 1234 with decimal=point, as 1.234 with decimal=comma",
      "decimal=point or decimal=comma says which"),
    .init(
      .table(.doubtfulHeader),
      "the first row can be the names of the columns, or data like the others",
      "header=yes or header=no says which"),
    .init(.table(.noRows), "there is a header, but no row follows it"),
    .init(
      .table(.repeatedColumn("a")), "two columns have the name \"a\"",
      "give each column its own name"),
    .init(.table(.skippedTarget), "the target column is left out"),
    .init(
      .table(.oneColumn), "there is one column; a feature and a target are needed",
      "\(separators): separator= says by which"),
    .init(
      .table(.ordinalAndOneHot(column: "a")), "\"a\" can't be both, ordinal and onehot"),
    .init(
      .table(.missing(counts([("age", 1), ("income", 2)]))),
      "3 values are missing: age 1, income 2",
      "missing=drop leaves these rows out; mean, median or mode fills in, flag marks"),
    .init(
      .table(.missing(counts([("y", 1)], isOfTargetAlone: true))), "1 value is missing: y 1",
      "fill them in, or missing=drop leaves out the rows without a target"),
    .init(
      .table(.missing(counts((1...9).map { ("x\($0)", 1) }))),
      "9 values are missing: x1 1, x2 1, x3 1, x4 1, x5 1, x6 1, x7 1, x8 1, … (9 columns)",
      "missing=drop leaves these rows out; mean, median or mode fills in, flag marks"),
    .init(.table(.noRowLeft), "no row is left: each has a missing value"),
    .init(
      .table(.size(rows: 3000, features: 2)),
      "3000 rows of 2 features are more than fit into memory",
      "leave columns out with skip=, or number their texts with ordinal="),
    .init(
      .table(.unit("kg", column: "w")), "it holds numbers with the unit \"kg\"",
      "take the unit out; onehot=w makes a feature of each different text"),
    .init(
      .table(.manyTexts(30, most: 1000, rows: 40, column: "n")),
      "it holds 30 different texts in 40 rows, too many for a feature each",
      "skip=n leaves it out; ordinal=n numbers its texts"),
    .init(
      .table(.manyTexts(nil, most: 1000, rows: 4000, column: "n")),
      "it holds more than 1000 different texts in 4000 rows, too many for a feature each",
      "skip=n leaves it out; ordinal=n numbers its texts"),
    .init(
      .row(.missing(column: "age")), "\"age\" is missing",
      "data csv … missing=mean fills in what is missing"),
    .init(.row(.noNumber("old", column: "age")), "\"age\" is a number, and \"old\" is none"),
  ]

  private static let asClasses = "kind=classes takes each different cell as a class"

  static let targets: [WordedFault] = [
    .init(
      .target(.brokenNumber("1.2.3")),
      "the cell holds \"1.2.3\", which looks like a number and is none",
      "correct the cell, or \(asClasses)"),
    .init(
      .target(.strayText("x", numbers: 9, cells: 10)),
      "the cell holds \"x\", but 9 of the target's 10 cells are numbers",
      "correct the cell, or \(asClasses)"),
    .init(
      .target(.unit("kg", cell: "5 kg")),
      "the cell holds \"5 kg\", a number with the unit \"kg\"", "take the unit out, or \(asClasses)"
    ),
    .init(
      .target(.textAmongNumbers("x")),
      "the cell holds \"x\", but the target's other cells are numbers",
      "correct the cell, or remove the row"),
    .init(
      .target(.manyClasses(30, most: 1000, rows: 30)),
      "the target has 30 different cells in 30 rows: too many to be classes",
      "choose another column with target="),
    .init(
      .target(.manyClasses(nil, most: 1000, rows: 2000)),
      "the target has more than 1000 different cells in 2000 rows: too many to be classes",
      "choose another column with target="),
    .init(
      .target(.oneClass("a")), "the target is \"a\" in every row: there is nothing to learn",
      "choose another column with target="),
  ]

  private static let leaveOut =
    "correct it; skip= leaves the column out, onehot= makes each text a feature"

  static let cells: [WordedFault] = [
    .init(
      one(.noNumber("abc")), "the cell holds \"abc\", but a feature must be a number", leaveOut),
    .init(
      one(.otherwiseWritten("5%")),
      "the cell holds \"5%\", but the column's other cells are written otherwise", leaveOut),
    .init(
      one(.otherwiseWrittenTarget("5%")),
      "the cell holds \"5%\", but the target's other cells are written otherwise",
      "correct the cell, or remove the row"),
    .init(
      one(.largeNumber("1e31")), "\"1e31\" is too large: numbers go up to 1e30",
      "measure it in a larger unit"),
    .init(
      one(.width(1, expected: 2, asFirst: true, .comma)),
      "this row has 1 cell, but the first one has 2",
      "a text with a comma in it needs quotes around it"),
    .init(
      one(.width(3, expected: 2, asFirst: false, .semicolon)),
      "this row has 3 cells, but most rows have 2",
      "a text with a semicolon in it needs quotes around it"),
    .init(
      one(.firstWidth(3, expected: 4)), "the first row has 3 cells, but most rows have 4",
      "a header needs a name for each column"),
    .init(
      .cells(
        .init(
          [
            .init(line: 2, column: 1, columnName: "a", .largeNumber("1e31")),
            .init(line: 3, .width(1, expected: 2, asFirst: true, .comma)),
            .init(line: 4, column: 2, columnName: "b", .noNumber("x")),
          ], count: 5, missing: counts([("a", 1)]))),
      "\"1e31\" is too large: numbers go up to 1e30; and 4 more, 5 in all; 1 value is missing: a 1",
      "measure it in a larger unit"),
  ]

  private static func one(_ fault: DatasetError.CellFault) -> DatasetError.Fault {
    .cells(.init([.init(line: 2, fault)], count: 1))
  }

  private static func counts(
    _ columns: [(name: String, count: Int)], isOfTargetAlone: Bool = false
  ) -> DatasetError.MissingCounts {
    .init(columns.map { .init(name: $0.name, count: $0.count) }, isOfTargetAlone: isOfTargetAlone)
  }
}
