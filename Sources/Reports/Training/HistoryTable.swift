package import Charts
package import Networks

/// `show history`: the loss in its parts, epoch by epoch.
package enum HistoryTable {
  /// The rows that are shown unless more are asked for.
  static let usualRows = 20

  /// The epochs of a history, evenly spread where there are many.
  ///
  /// - Parameter limit: How many rows at most; the first and the last epoch are among them.
  package static func document(of history: History, limit: Int = usualRows) -> Document {
    let records = history.records
    let count = records.count
    let shown = min(count, max(2, limit))
    let picked = (0..<shown).map { place in
      shown < 2 ? records[place] : records[(place * (count - 1) + (shown - 1) / 2) / (shown - 1)]
    }
    let hasAccuracy = records.contains { $0.accuracy != nil }
    let hasValidation = records.contains { $0.validationLoss != nil }
    var columns: [Table.Column] = ["epoch", "data loss", "penalty", "loss"].map {
      .init(term: $0, alignment: .right)
    }
    if hasAccuracy { columns.append(.init(term: "accuracy", alignment: .right)) }
    if hasValidation { columns.append(.init(term: "validation loss", alignment: .right)) }
    if hasAccuracy, hasValidation { columns.append(.init(term: "accuracy", alignment: .right)) }
    columns.append(.init(term: "rate", alignment: .right))
    let rows = picked.map { record -> [Table.Cell] in
      var row: [Table.Cell] = [
        .count(record.epoch), loss(record.dataLoss), loss(record.penalty), loss(record.loss),
      ]
      if hasAccuracy { row.append(share(record.accuracy)) }
      if hasValidation { row.append(record.validationLoss.map(loss) ?? .empty) }
      if hasAccuracy, hasValidation { row.append(share(record.validationAccuracy)) }
      row.append(
        .number(
          record.learningRate, text: NumberText.significant(record.learningRate, digits: 4)))
      return row
    }
    var document = Document([.table(Table(columns: columns, rows: rows))])
    if shown < count {
      document.blocks.append(
        .text("\(shown) of \(count) epochs; show history \(count) shows them all"))
    }
    return document
  }

  private static func loss(_ value: Double) -> Table.Cell {
    .number(value, text: value == 0 ? "0" : TrainingText.number(value))
  }

  private static func share(_ value: Double?) -> Table.Cell {
    value.map { .fraction($0) } ?? .empty
  }
}
