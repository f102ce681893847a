import Datasets

/// Words for the cells of a table file that can't be read.
extension Wording {
  /// The first three and their places, how many there are, and the hint of the first.
  static func words(for faults: DatasetError.CellFaults) -> DataProblem {
    let shown = faults.first.map { ($0, words(for: $0.fault)) }
    var text = shown.first?.1.text ?? ""
    for (place, problem) in shown.dropFirst() {
      text += "; line \(place.line)"
      if let column = place.column { text += ", column \(column)" }
      if let name = place.columnName { text += " (\(name))" }
      text += ": \(problem.text)"
    }
    if faults.count > shown.count {
      text += "; and \(faults.count - shown.count) more, \(faults.count) in all"
    }
    if let missing = faults.missing { text += "; \(self.text(of: missing))" }
    return DataProblem(text, hint: shown.first?.1.hint)
  }

  private static func words(for fault: DatasetError.CellFault) -> DataProblem {
    let leaveOut =
      "correct the cell, or leave the column out with skip=, or onehot= takes each different cell "
      + "as a feature"
    switch fault {
    case .noNumber(let text):
      return DataProblem(
        "the cell holds \(quoted(text)), but a feature must be a number", hint: leaveOut)
    case .otherwiseWritten(let text):
      return DataProblem(
        "the cell holds \(quoted(text)), but the column's other cells are written otherwise",
        hint: leaveOut)
    case .otherwiseWrittenTarget(let text):
      return DataProblem(
        "the cell holds \(quoted(text)), but the target's other cells are written otherwise",
        hint: "correct the cell, or remove the row")
    case .largeNumber(let text):
      return DataProblem(
        "\(quoted(text)) is too large: numbers go up to 1e30",
        hint: "measure it in a larger unit")
    case .width(let count, let expected, let asFirst, let separator):
      return DataProblem(
        "this row has \(cells(count)), but \(asFirst ? "the first one has" : "most rows have") "
          + "\(expected)", hint: "a text with a \(separator.rawValue) in it needs quotes around it")
    case .firstWidth(let count, let expected):
      return DataProblem(
        "the first row has \(cells(count)), but most rows have \(expected)",
        hint: "a header needs a name for each column")
    }
  }

  private static func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
}
