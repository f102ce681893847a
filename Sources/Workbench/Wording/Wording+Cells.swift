import Datasets

/// Words for the cells of a table file that can't be read.
extension Wording {
  /// The first of them and their places, as many as fit, how many there are, and the hint of the
  /// first.
  static func words(for faults: DatasetError.CellFaults) -> DataProblem {
    let known = faults.first.map { ($0, words(for: $0.fault)) }
    let texts = known.enumerated().map { index, found in
      index == 0 ? found.1.text : "\(place(of: found.0)): \(found.1.text)"
    }
    let shown = fitting(texts)
    var text = shown.joined(separator: "; ")
    if faults.count > shown.count {
      text += "; and \(faults.count - shown.count) more, \(faults.count) in all"
    }
    if let missing = faults.missing { text += "; \(self.text(of: missing))" }
    return DataProblem(text, hint: known.first?.1.hint)
  }

  /// "line 3, column 2 (age)"
  private static func place(of cell: DatasetError.CellFaults.Place) -> String {
    var text = "line \(cell.line)"
    if let column = cell.column { text += ", column \(column)" }
    if let name = cell.columnName { text += " (\(name))" }
    return text
  }

  /// The first of some texts, and as many more as make no more than a line of them all.
  static func fitting(_ texts: [String]) -> [String] {
    var room = 80
    return Array(
      texts.enumerated().prefix { index, text in
        room -= text.count
        return index == 0 || room >= 0
      }.map(\.element))
  }

  private static func words(for fault: DatasetError.CellFault) -> DataProblem {
    let leaveOut =
      "correct it; skip= leaves the column out, onehot= makes each text a feature"
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
