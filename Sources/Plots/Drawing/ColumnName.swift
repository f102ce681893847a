import Commands
import Formulas
import Language
import Reports
import Workbench

/// Reads the name of a column of a table.
enum ColumnName {
  /// The place of a column that is named.
  ///
  /// - Throws: a `Diagnostic` at what names no column, with the nearest names.
  static func place(
    _ value: Expression, among names: [String], _ arguments: Arguments
  ) throws(Diagnostic) -> Int {
    let name = try arguments.evaluator.name(value, of: "a column")
    guard let place = names.firstIndex(of: name) else {
      throw Wording.unknownWord(
        name, what: "column", among: names.map(typed), at: value.range)
    }
    return place
  }

  /// The columns of a table as numbers.
  ///
  /// - Parameter what: What is about columns: "a histogram".
  /// - Throws: a `Diagnostic` for images.
  static func table(
    of data: DataInHand, _ what: String, _ arguments: Arguments
  ) throws(Diagnostic) -> NumberColumns {
    guard let table = NumberColumns(of: data) else {
      throw Diagnostic(
        "\(what) is about the columns of a table, and these are images",
        at: arguments.command.range, hints: ["plot data draws them, show data has their pixels"])
    }
    return table
  }

  /// A name as it is typed: in quotes where it is no word.
  static func typed(_ name: String) -> String {
    let isWord =
      name.utf8.first.map { isLetter($0) } == true
      && name.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
      && !["and", "or", "not", "by", "log"].contains(name)
    return Expression(isWord ? .word(name) : .string(name), range: SourceRange(0, 0)).formatted
  }

  /// "also: rooms, age": the columns behind the first, to choose from; none where there are none.
  static func others(_ names: [String]) -> [String] {
    let shown = names.dropFirst().prefix(8).map(typed).joined(separator: ", ")
    return shown.isEmpty ? [] : ["also: \(shown)\(names.count > 9 ? ", …" : "")"]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
