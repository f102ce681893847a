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
  /// The classes, with how many of the training examples each has; none where the target is a
  /// number.
  package let classes: [ClassCount]

  /// The most features that are listed one by one.
  private static let shownFeatures = 20
  /// Beyond so many classes, their sizes are bars.
  private static let shownClasses = 5

  /// Measures the data in hand.
  package init(_ data: DataInHand) {
    self.data = DataReport(data.dataset)
    let isDivided = data.isDivided || data.dataset.testRows != nil
    split = isDivided ? SplitReport(data) : nil
    looks = data.testLooks
    scaling = data.scaler?.kind
    let rows = data.rows(of: .training)
    trainingExamples = rows.count
    features = data.dataset.featureStatistics(of: rows)
    target = data.dataset.targetStatistics(of: rows)
    classes = data.dataset.classCounts(of: rows)
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
    if classes.count > Self.shownClasses {
      document.blocks.append(.chart(.bars(classChart)))
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

  private static func row(_ statistics: FeatureStatistics) -> [Table.Cell] {
    let numbers = [
      statistics.minimum, statistics.mean, statistics.maximum, statistics.deviation,
    ]
    return [.text(statistics.name)]
      + numbers.map { .number($0, text: NumberText.significant($0, digits: 4)) }
  }

  /// How many of the training examples each class has.
  private var classChart: BarChart {
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
