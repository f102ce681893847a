import Datasets

/// Words for table files, their cells and their columns.
extension Wording {
  private static let separators = "commas, semicolons, tabs, pipes or blanks"

  static func words(for fault: DatasetError.TableFault) -> DataProblem {
    let saveAgain = "save it again as CSV in UTF-8"
    switch fault {
    case .empty: return DataProblem("the file is empty")
    case .utf16: return DataProblem("this text is in UTF-16", hint: saveAgain)
    case .packed:
      return DataProblem("this is a packed file or a spreadsheet, not text", hint: saveAgain)
    case .zeroBytes:
      return DataProblem("this is not a text file: it holds zero bytes", hint: saveAgain)
    case .notUTF8: return DataProblem("this text is not UTF-8", hint: saveAgain)
    case .rowTooLong(let most):
      return DataProblem(
        "this row has more than \(grouped(most)) cells: it is no row of a table")
    case .openQuote:
      return DataProblem(
        "a quoted text begins here and never ends",
        hint: "close it with \", or write \"\" for a quote within it")
    case .textBehindQuote:
      return DataProblem(
        "text follows the closing quote", hint: "write \"\" for a quote within a quoted text")
    case .unknownSeparator(let line):
      return DataProblem(
        "\(quoted(line)) names a separator that can't be read",
        hint: "cells are separated by \(separators)")
    case .twoSeparators(let one, let other):
      return DataProblem(
        "its cells can be separated by \(plural(of: one)) or by \(plural(of: other))",
        hint: "separator=\(one.rawValue) or separator=\(other.rawValue) says which")
    case .twoDecimalMarks, .doubtfulNumber, .doubtfulHeader, .noRows:
      return words(forReadings: fault)
    case .repeatedColumn, .skippedTarget, .oneColumn, .ordinalAndOneHot, .unit, .manyTexts:
      return words(forColumns: fault)
    case .missing(let counts):
      return DataProblem(
        text(of: counts),
        hint: counts.isOfTargetAlone
          ? "fill them in, or missing=drop leaves out the rows without a target"
          : "missing=drop leaves these rows out; mean, median or mode fills in, flag marks")
    case .noRowLeft: return DataProblem("no row is left: each has a missing value")
    case .size(let rows, let features):
      return DataProblem(
        "\(rows) rows of \(features) features are more than fit into memory",
        hint: "leave columns out with skip=, or number their texts with ordinal=")
    }
  }

  /// What a file can be read as.
  private static func words(forReadings fault: DatasetError.TableFault) -> DataProblem {
    switch fault {
    case .twoDecimalMarks(let comma, let point):
      DataProblem(
        "\(quoted(comma.text)) (line \(comma.line)) has a decimal comma, and "
          + "\(quoted(point.text)) (line \(point.line)) a decimal point",
        hint: "decimal=comma or decimal=point says which is right")
    case .doubtfulNumber(let text, let point, let comma):
      DataProblem(
        "\(quoted(text)) can be read in two ways: as \(plainText(point)) with decimal=point, as "
          + "\(plainText(comma)) with decimal=comma",
        hint: "decimal=point or decimal=comma says which")
    case .noRows: DataProblem("there is a header, but no row follows it")
    default:
      DataProblem(
        "the first row can be the names of the columns, or data like the others",
        hint: "header=yes or header=no says which")
    }
  }

  /// What columns are.
  private static func words(forColumns fault: DatasetError.TableFault) -> DataProblem {
    switch fault {
    case .repeatedColumn(let name):
      DataProblem(
        "two columns have the name \(quoted(name))", hint: "give each column its own name")
    case .skippedTarget: DataProblem("the target column is left out")
    case .ordinalAndOneHot(let column):
      DataProblem("\(quoted(column)) can't be both, ordinal and onehot")
    case .unit(let unit, let column):
      DataProblem(
        "it holds numbers with the unit \(quoted(unit))",
        hint: "take the unit out; onehot=\(column) makes a feature of each different text")
    case .manyTexts(let count, let most, let rows, let column):
      DataProblem(
        "it holds \(count.map { "\($0)" } ?? "more than \(most)") different texts in \(rows) rows, "
          + "too many for a feature each",
        hint: "skip=\(column) leaves it out; ordinal=\(column) numbers its texts")
    default:
      DataProblem(
        "there is one column; a feature and a target are needed",
        hint: "cells are separated by \(separators): separator= says by which")
    }
  }

  static func words(for fault: DatasetError.TargetFault) -> DataProblem {
    let asClasses = "kind=classes takes each different cell as a class"
    let another = "choose another column with target="
    switch fault {
    case .brokenNumber(let text):
      return DataProblem(
        "the cell holds \(quoted(text)), which looks like a number and is none",
        hint: "correct the cell, or \(asClasses)")
    case .strayText(let text, let numbers, let cells):
      return DataProblem(
        "the cell holds \(quoted(text)), but \(numbers) of the target's \(cells) cells are numbers",
        hint: "correct the cell, or \(asClasses)")
    case .unit(let unit, let cell):
      return DataProblem(
        "the cell holds \(quoted(cell)), a number with the unit \(quoted(unit))",
        hint: "take the unit out, or \(asClasses)")
    case .textAmongNumbers(let text):
      return DataProblem(
        "the cell holds \(quoted(text)), but the target's other cells are numbers",
        hint: "correct the cell, or remove the row")
    case .manyClasses(let count, let most, let rows):
      let number = count.map { "\($0)" } ?? "more than \(most)"
      return DataProblem(
        "the target has \(number) different cells in \(rows) rows: too many to be classes",
        hint: another)
    case .oneClass(let name):
      return DataProblem(
        "the target is \(quoted(name)) in every row: there is nothing to learn", hint: another)
    }
  }

  static func words(for fault: DatasetError.RowFault) -> DataProblem {
    switch fault {
    case .missing(let column):
      DataProblem(
        "\(quoted(column)) is missing", hint: "data csv … missing=mean fills in what is missing")
    case .noNumber(let text, let column):
      DataProblem("\(quoted(column)) is a number, and \(quoted(text)) is none")
    }
  }
}
