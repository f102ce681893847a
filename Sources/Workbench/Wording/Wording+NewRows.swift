package import Datasets
package import Language

/// What is wrong with a file of new rows, in words.
extension Wording {
  /// A file that can't be read as rows of the table that a network learned from.
  package static func diagnostic(
    for error: NewRowsError, file: String, in command: Command, at range: SourceRange
  ) -> Diagnostic {
    switch error {
    case .table(let error):
      return diagnostic(for: error, in: command, at: range, isAboutFile: true)
    case .noRows(let line):
      return Diagnostic(
        "\(file), line \(line): there is a header, but no row follows it", at: range)
    case .missingColumns(let names, let inFile):
      return missing(names, inFile, file: file, at: range)
    case .columnTwice(let name):
      return Diagnostic(
        "\(file): two columns have the name \"\(name)\"", at: range,
        hints: ["give each column its own name"])
    case .columnCount(let found, let needed):
      return Diagnostic(
        "\(file): it has no header and \(count(found, "column")), and the network takes "
          + "\(needed.count)", at: range,
        hints: [
          "the columns are: \(list(needed))",
          "skip=\(max(found, 1)) leaves a column out, target=\(max(found, 1)) one with the answers",
        ])
    case .noSuchColumn(let name, let option, let inFile):
      return Diagnostic(
        "no column has the name \"\(name)\"", at: command.place(of: option),
        hints: (suggestion(for: name, among: inFile) ?? []) + ["the columns are: \(list(inFile))"])
    case .neededAsTarget(let name):
      return Diagnostic(
        "the network takes \(name): it can't be the column with the answers",
        at: command.place(of: "target"))
    case .tooLarge(let rows, let features):
      return Diagnostic(
        "\(file): \(rows) rows of \(features) features are more than fit into memory", at: range)
    case .cells(let faults, let count):
      return Diagnostic(
        "\(file), \(text(of: faults, count: count))", at: range,
        hints: faults.first.flatMap { hint(for: $0.kind) }.map { [$0] } ?? [])
    }
  }

  private static func missing(
    _ names: [String], _ inFile: [String], file: String, at range: SourceRange
  ) -> Diagnostic {
    let hints =
      names.count == 1 ? suggestion(for: names[0], among: inFile) ?? [] : []
    let more =
      inFile.count == 1
      ? ["separator= says what stands between two cells, header=no that there are no names"]
      : ["header=no takes them by their places, where the first row holds no names"]
    return Diagnostic(
      names.count == 1
        ? "\(file): the column \(names[0]) is missing"
        : "\(file): \(names.count) columns are missing: \(list(names))", at: range,
      hints: hints + ["it has: \(list(inFile))"] + more)
  }

  /// "line 3, column 2 (age): …; line 5, …; and 4 more, 7 in all"
  private static func text(of faults: [NewRowsError.PlacedFault], count: Int) -> String {
    let texts = faults.map { fault in
      var place = "line \(fault.line)"
      if let column = fault.column { place += ", column \(column)" }
      if let name = fault.columnName { place += " (\(name))" }
      return "\(place): \(problem(of: fault.kind, in: fault.columnName ?? ""))"
    }
    let shown = fitting(texts)
    let rest = count - shown.count
    return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more, \(count) in all" : "")
  }

  private static func problem(of kind: NewRowsError.CellProblem, in column: String) -> String {
    switch kind {
    case .width(let found, let expected):
      "this row has \(count(found, "cell")), but there are \(count(expected, "column"))"
    case .notNumber(let text): "the cell holds \(quoted(text)), and \(column) is a number"
    case .tooGreat(let text): "\(quoted(text)) is too large: numbers go up to 1e30"
    case .unknownText(let text, _, _): "the network has never seen the \(column) \(quoted(text))"
    case .gap: "\(column) is missing, and nothing was learned that stands for it"
    }
  }

  private static func hint(for kind: NewRowsError.CellProblem) -> String? {
    switch kind {
    case .width: return "a text with the separator in it needs quotes around it"
    case .notNumber, .tooGreat: return "correct the cell"
    case .unknownText(_, let known, let canBeNone):
      return "it was: \(list(known))"
        + (canBeNone ? "; unknown=zeros takes it as none of them" : "")
    case .gap:
      return "fill it in, or let the network learn from data csv … missing=mean"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map(cutOff).joined(separator: ", ")
      + (names.count > 12 ? ", … (\(names.count) in all)" : "")
  }

  /// A text of a file in quotes, cut off after 40 characters.
  private static func quoted(_ text: String) -> String {
    "\"\(cutOff(text))\""
  }
}
