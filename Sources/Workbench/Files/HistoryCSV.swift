package import Networks

/// The history of a training as a table for other programs.
package enum HistoryCSV {
  private static let columns: [(name: String, value: @Sendable (EpochRecord) -> String)] = [
    ("epoch", { String($0.epoch) }),
    ("step", { String($0.step) }),
    ("loss", { text($0.loss) }),
    ("data_loss", { text($0.dataLoss) }),
    ("penalty", { text($0.penalty) }),
    ("accuracy", { text($0.accuracy) }),
    ("validation_loss", { text($0.validationLoss) }),
    ("validation_data_loss", { text($0.validationDataLoss) }),
    ("validation_accuracy", { text($0.validationAccuracy) }),
    ("rate", { text($0.learningRate) }),
  ]

  /// The epochs as CSV (RFC 4180): a header, then one line an epoch.
  ///
  /// Numbers are the shortest decimals that read back as the same doubles; what was not measured
  /// is an empty cell.
  package static func text(of history: History) -> String {
    let lines =
      [columns.map(\.name)]
      + history.records.map { record in
        columns.map { $0.value(record) }
      }
    return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func text(_ number: Double?) -> String { number?.description ?? "" }
}
