package import Charts
package import Datasets
import TensorEngine
package import Workbench

/// What `show data` found: what the data in hand is like, feature by feature.
package struct FeaturesReport: Report {
  /// The data set.
  package let data: DataReport
  /// How it is divided; nil where it is not.
  package let split: SplitReport?
  /// How often the test split has been looked at.
  package let looks: Int
  /// How networks see the inputs scaled; nil where they see them as they are.
  package let scaling: Scaler.Kind?
  /// How many examples there are to learn from, of which the features are described.
  package let trainingExamples: Int
  /// The features of the training examples, in their order.
  package let features: [FeatureStatistics]
  /// The target of the training examples; nil where it is a class.
  package let target: FeatureStatistics?
  /// The classes, with how many of the training examples each has; none where the target is a number.
  package let classes: [ClassCount]
  /// The columns of a table that have gaps, with how many each.
  package let gaps: [Gap]

  /// A column of a table in which values are missing.
  package struct Gap: Equatable, Sendable {
    /// What the column is called.
    package let column: String
    /// In how many of the training examples its value is missing.
    package let count: Int
  }

  /// The most features that are listed one by one.
  private static let shownFeatures = 20
  /// Beyond so many classes, their sizes are bars.
  private static let shownClasses = 5

  /// Measures the data in hand.
  package init(_ data: DataInHand) {
    self.data = DataReport(data.dataset)
    let isDivided = data.isDivided || data.dataset.comesDivided
    split = isDivided ? SplitReport(data) : nil
    looks = data.testLooks
    scaling = data.scaler?.kind
    let rows = data.rows(of: .training)
    trainingExamples = rows.count
    let features = data.dataset.featureStatistics(of: rows)
    self.features = features
    target = data.dataset.targetStatistics(of: rows)
    classes = data.dataset.classCounts(of: rows)
    gaps = (data.dataset.table?.places ?? []).compactMap { column, places in
      let count = features[places.lowerBound].missingCount
      return count > 0 ? Gap(column: column.name, count: count) : nil
    }
  }

  package var document: Document {
    var document = data.document
    if let split {
      document.blocks.append(.facts(split.facts + TestLock.past(looks: looks)))
    }
    if let scaling {
      document.blocks.append(
        .facts([
          Fact(
            "scale", .text(scaling.rawValue), text: "networks see it scaled: \(scaling.rawValue)")
        ]))
    }
    if trainingExamples < data.examples {
      document.blocks.append(
        .text("of the \(NumberText.count(trainingExamples)) training examples:"))
    }
    document.blocks.append(.table(table))
    if features.count > Self.shownFeatures {
      document.blocks.append(
        .text("… and \(features.count - Self.shownFeatures) features more"))
    }
    if !gaps.isEmpty {
      document.blocks.append(
        .facts(
          gaps.map {
            Fact(
              named: "missing_\($0.column)", .count($0.count),
              text: "\($0.column): \(NumberText.count($0.count)) missing")
          }))
    }
    if classes.count > Self.shownClasses {
      document.blocks.append(.chart(.bars(classBars)))
    }
    return document
  }

  private var table: Table {
    let columns: [Table.Column] = [
      data.isImages ? .init("pixels") : .init(term: "feature"),
      .init("min", alignment: .right),
      .init("mean", alignment: .right), .init("max", alignment: .right),
      .init(term: "deviation", alignment: .right),
    ]
    let shown = features.prefix(Self.shownFeatures) + (target.map { [$0] } ?? [])
    return Table(columns: columns, rows: shown.map(Self.row))
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

  /// How many of the training examples each class has.
  private var classBars: BarChart {
    let counts = classes.map(\.count)
    let noun = trainingExamples < data.examples ? "training examples" : "examples"
    let least = NumberText.count(counts.min() ?? 0)
    let most = NumberText.count(counts.max() ?? 0)
    return BarChart(
      bars: classes.map {
        BarChart.Bar("class \($0.name)", Double($0.count), text: NumberText.count($0.count))
      },
      caption:
        "\(counts.count) classes, the smallest of \(least) \(noun), the largest of \(most)")
  }
}
