package import Charts
import Datasets
import TensorEngine
package import Workbench

/// The statistics of a data set as a table.
package enum DataTable {
  /// The most features that are listed one by one.
  private static let shownFeatures = 20

  /// What the data is like, feature by feature.
  package static func document(of data: DataInHand) -> Document {
    var document = DataSummary.document(of: data.dataset)
    if data.isDivided || data.dataset.testRows != nil {
      document.blocks.append(.facts(SplitReport(data).facts + looks(at: data)))
    }
    if let scaler = data.scaler {
      document.blocks.append(
        .facts([
          Fact(
            "scale", .text(scaler.kind.rawValue),
            text: "networks see it scaled: \(scaler.kind.rawValue)")
        ]))
    }
    let columns: [Table.Column] = [
      data.dataset.isImages ? .init("pixels") : .init(term: "feature"),
      .init("min", alignment: .right),
      .init("mean", alignment: .right), .init("max", alignment: .right),
      .init(term: "deviation", alignment: .right),
    ]
    let rows = data.rows(of: .training)
    let statistics = data.dataset.featureStatistics(of: rows)
    if rows.count < data.examples.count {
      document.blocks.append(.text("of the \(NumberText.count(rows.count)) training examples:"))
    }
    let targets = data.dataset.targetStatistics(of: rows).map { [$0] } ?? []
    document.blocks.append(
      .table(
        Table(columns: columns, rows: (statistics.prefix(shownFeatures) + targets).map(row))))
    if statistics.count > shownFeatures {
      document.blocks.append(.text("… and \(statistics.count - shownFeatures) features more"))
    }
    let gaps = gaps(statistics, of: data.dataset)
    if !gaps.isEmpty { document.blocks.append(.facts(gaps)) }
    let classes = data.dataset.classCounts(of: rows)
    if classes.count > 5 {
      let bars = classes.map {
        BarChart.Bar("class \($0.name)", Double($0.count), text: NumberText.count($0.count))
      }
      document.blocks.append(
        .chart(.bars(BarChart(bars: bars, caption: balance(of: classes)))))
    }
    return document
  }

  /// How often the test split has been looked at, where it has.
  package static func looks(at data: DataInHand) -> [Fact] {
    guard data.testLooks > 0 else { return [] }
    return [
      Fact(
        "test_looks", .count(data.testLooks),
        text: "test split looked at \(TestLock.times(data.testLooks))")
    ]
  }

  private static func balance(of classes: [ClassCount]) -> String {
    let counts = classes.map(\.count)
    let least = NumberText.count(counts.min() ?? 0)
    let most = NumberText.count(counts.max() ?? 0)
    return "\(classes.count) classes, the smallest of \(least) examples, the largest of \(most)"
  }

  /// The least and the greatest value have as many digits as tell them apart, and so the mean.
  private static func row(_ statistics: FeatureStatistics) -> [Table.Cell] {
    let places = [statistics.minimum, statistics.mean, statistics.maximum]
    let digits = NumberText.digitsApart([places[0], places[2]], atLeast: 4)
    return [.text(statistics.name)]
      + places.map { .number($0, text: NumberText.significant($0, digits: digits)) }
      + [
        .number(
          statistics.deviation, text: NumberText.significant(statistics.deviation, digits: 4))
      ]
  }

  /// "age: 3 missing", for each column of a table that has gaps.
  private static func gaps(_ statistics: [FeatureStatistics], of dataset: Dataset) -> [Fact] {
    (dataset.table?.places ?? []).compactMap { column, features in
      let count = statistics[features.lowerBound].missingCount
      guard count > 0 else { return nil }
      return Fact(
        "missing_\(column.name)", .count(count),
        text: "\(column.name): \(NumberText.count(count)) missing")
    }
  }
}
