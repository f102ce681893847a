package import Charts
import Datasets
package import Networks
package import Workbench

/// `show metrics`: what a network is worth, by every measure that fits its targets.
package enum MetricTable {
  /// The figures of one split: each with its name, and what is missing where it is not defined.
  package struct Figures: Sendable {
    /// The figures by name; a value that is not defined is nil.
    package var rows: [(name: String, value: Double?, isShare: Bool)] = []
    /// The figures that are not defined, and why.
    package var gaps: [MetricGap] = []

    /// Adds a figure; a share is written in percent.
    package mutating func add(_ name: String, _ value: Double?, isShare: Bool = false) {
      rows.append((name, value, isShare))
    }

    /// Adds a share, and why it is not defined where it is not.
    package mutating func add(_ name: String, _ value: MetricValue) {
      rows.append((name, value.value, true))
      if let gap = value.gap, !gaps.contains(gap) { gaps.append(gap) }
    }
  }

  /// What a network is worth that names classes.
  ///
  /// - Parameters:
  ///   - positive: The class, of two, that precision, recall and F1 tell of.
  ///   - decision: How the positive one is decided for, which AUC and what is measured on
  ///     probabilities do not ask; nil for the likeliest class.
  package static func figures(
    _ predictions: ClassPredictions, loss: Double, positive: Int, decision: Decision? = nil
  ) -> Figures {
    let confusion = predictions.decided(by: decision).confusion
    let isBinary = predictions.classCount == 2
    var figures = Figures()
    figures.add("loss", loss)
    figures.add("accuracy", confusion.accuracy, isShare: true)
    if predictions.classCount > 3 {
      figures.add("top-3 accuracy", predictions.topAccuracy(3), isShare: true)
    }
    for metric in ClassMetric.all {
      figures.add(
        isBinary ? metric.title : "\(metric.title) (macro)",
        metric.value(of: confusion, positive: positive))
    }
    figures.add(isBinary ? "AUC" : "AUC (one against all)", predictions.area)
    if predictions.areProbabilities {
      for metric in ProbabilityMetric.all {
        figures.add(metric.title, metric.value(predictions), isShare: metric.isShare)
      }
    }
    return figures
  }

  /// What a network is worth that gives numbers.
  package static func figures(_ predictions: NumberPredictions, loss: Double) -> Figures {
    var figures = Figures()
    figures.add("loss", loss)
    for metric in NumberMetric.all {
      let value = metric.value(predictions)
      figures.add(metric.title, value.value)
      if let gap = value.gap { figures.gaps.append(gap) }
    }
    return figures
  }

  /// A column for each split.
  package static func table(_ splits: [(name: String, figures: Figures)]) -> Table {
    let columns: [Table.Column] =
      [.init(term: "metric")] + splits.map { .init(term: $0.name, alignment: .right) }
    let rows = (splits.first?.figures.rows ?? []).indices.map { index -> [Table.Cell] in
      [.text(splits[0].figures.rows[index].name)]
        + splits.map { split in
          let figure = split.figures.rows[index]
          guard let value = figure.value else { return Table.Cell(.missing, text: "undefined") }
          return figure.isShare
            ? .fraction(value) : .number(value, text: TrainingText.number(value))
        }
    }
    return Table(columns: columns, rows: rows)
  }

  /// Precision, recall and F1 class by class.
  package static func classes(_ confusion: ConfusionMatrix, names: [String]) -> Table {
    let columns: [Table.Column] =
      [.init("class")] + ClassMetric.all.map { .init(term: $0.title, alignment: .right) }
      + [.init(term: "examples", alignment: .right)]
    let rows = (0..<confusion.classCount).map { index -> [Table.Cell] in
      [.text(names.className(index))]
        + ClassMetric.all.map { .fraction($0.value(confusion, index).value) }
        + [.count(confusion.count(of: index))]
    }
    return Table(columns: columns, rows: rows)
  }

  /// What a figure of 0 hides.
  package static func note(of gap: MetricGap, on split: String, names: [String]) -> String {
    let name = names.className
    switch gap {
    case .nothingIs(let index):
      return "no \(split) example is of class \(name(index)): its recall is counted as 0"
    case .nothingPredicted(let index):
      return "no \(split) example was predicted to be of class \(name(index)): its precision is "
        + "counted as 0"
    case .neither(let index):
      return "class \(name(index)) does not occur in the \(split) split: its F1 is counted as 0"
    case .constantTargets:
      return "all \(split) targets are equal: R2 is 1 for no error at all, else 0"
    }
  }
}
