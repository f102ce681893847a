package import Charts
import Datasets
package import Networks
package import Workbench

/// Which class was taken for which, as a heat map.
package enum ConfusionChart {
  /// Rows are the true classes; a cell is as dark as the share of its row.
  package static func chart(
    _ confusion: ConfusionMatrix, names: [String], split: String, decision: Decision? = nil
  ) -> HeatMapChart {
    let classes = 0..<confusion.classCount
    let labels = classes.map(names.className)
    return HeatMapChart(
      title: "confusion, \(split)", rowTitle: "true class", columnTitle: "predicted class",
      rowLabels: labels, columnLabels: labels, columns: confusion.classCount,
      values: classes.flatMap { truth in
        classes.map { predicted in
          Double(confusion[truth, predicted]) / Double(max(1, confusion.count(of: truth)))
        }
      },
      texts: confusion.counts.map { NumberText.count($0) },
      valueAxis: Axis("of its row", format: .percent, extent: Extent(0, 1)),
      caption: caption(confusion, names: names, split: split)
        + (decision.map { " · \(DecisionText.fact(of: $0).text)" } ?? ""))
  }

  /// "validation: 52 of 60 right (86.7%) · most often mistaken: 4 for 9, 3 times"
  private static func caption(
    _ confusion: ConfusionMatrix, names: [String], split: String
  ) -> String {
    let right =
      "\(split): \(NumberText.count(confusion.correctCount)) of "
      + "\(NumberText.count(confusion.total)) right (\(NumberText.percent(confusion.accuracy)))"
    return right + (MistakeText(confusion, names: names).text.map { " · \($0)" } ?? "")
  }
}
