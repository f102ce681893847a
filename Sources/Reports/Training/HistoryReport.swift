package import Charts
package import Networks

/// What `show history` shows: the loss in its parts, epoch by epoch.
package struct HistoryReport: Report {
  /// All epochs, in order.
  package let history: History
  /// How many of them are shown at most, evenly spread; the first and the last are among them.
  package let limit: Int
  private let hasAccuracy, hasValidation: Bool

  /// The rows that are shown unless more are asked for.
  package static let usualLimit = 20

  /// Puts together what was asked.
  package init(_ history: History, limit: Int = usualLimit) {
    self.history = history
    self.limit = limit
    hasAccuracy = history.records.contains { $0.accuracy != nil }
    hasValidation = history.records.contains { $0.validationLoss != nil }
  }

  /// The epochs that are shown.
  package var shown: [EpochRecord] {
    let records = history.records
    let count = records.count
    let shown = min(count, max(2, limit))
    return (0..<shown).map { place in
      shown < 2 ? records[place] : records[(place * (count - 1) + (shown - 1) / 2) / (shown - 1)]
    }
  }

  package var document: Document {
    let (shown, count) = (shown, history.records.count)
    var document = Document([.table(Table(columns: columns, rows: shown.map(row)))])
    if shown.count < count {
      document.blocks.append(
        .text("\(shown.count) of \(count) epochs; show history \(count) shows them all"))
    }
    return document
  }

  private var columns: [Table.Column] {
    var terms = ["epoch", "data loss", "penalty", "loss"]
    if hasAccuracy { terms.append("accuracy") }
    if hasValidation { terms.append("validation loss") }
    if hasAccuracy, hasValidation { terms.append("accuracy") }
    return (terms + ["rate"]).map { .init(term: $0, alignment: .right) }
  }

  private func row(_ record: EpochRecord) -> [Table.Cell] {
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

  private func loss(_ value: Double) -> Table.Cell {
    .number(value, text: value == 0 ? "0" : TrainingText.number(value))
  }

  private func share(_ value: Double?) -> Table.Cell {
    value.map { .fraction($0) } ?? .empty
  }
}
