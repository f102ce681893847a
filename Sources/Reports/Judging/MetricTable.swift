package import Charts
package import Networks
package import TensorEngine
package import Workbench

/// `show metrics`: what a network is worth, by every measure that fits its targets.
package enum MetricTable {
  /// The figures of one split: each with its name, and what is missing where it is not defined.
  package struct Figures {
    package var rows: [(name: String, value: Double?, isShare: Bool)] = []
    package var gaps: [MetricGap] = []

    package mutating func add(_ name: String, _ value: Double?, isShare: Bool = false) {
      rows.append((name, value, isShare))
    }

    package mutating func add(_ name: String, _ value: MetricValue) {
      rows.append((name, value.value, true))
      if let gap = value.gap, !gaps.contains(gap) { gaps.append(gap) }
    }
  }

  package static func figures(_ predictions: ClassPredictions, loss: Double) -> Figures {
    let confusion = predictions.confusion
    let isBinary = predictions.classCount == 2
    var figures = Figures()
    figures.add("loss", loss)
    figures.add("accuracy", confusion.accuracy, isShare: true)
    if predictions.classCount > 3 {
      figures.add("top-3 accuracy", predictions.topAccuracy(3), isShare: true)
    }
    for (name, metric) in metrics {
      figures.add(
        isBinary ? name : "\(name) (macro)",
        isBinary ? metric(confusion, 1) : confusion.average(.macro, metric))
    }
    figures.add(isBinary ? "AUC" : "AUC (one against all)", predictions.area)
    if predictions.areProbabilities {
      figures.add("log loss", predictions.logLoss)
      figures.add("calibration error", predictions.calibrationError(), isShare: true)
    }
    return figures
  }

  package typealias ClassMetric = @Sendable (ConfusionMatrix, Int) -> MetricValue

  /// The metrics of one class.
  package static let metrics: [(name: String, metric: ClassMetric)] = [
    ("precision", { $0.precision(of: $1) }), ("recall", { $0.recall(of: $1) }),
    ("F1", { $0.f1(of: $1) }),
  ]

  package static func figures(_ predictions: NumberPredictions, loss: Double) -> Figures {
    var figures = Figures()
    figures.add("loss", loss)
    figures.add("MSE", predictions.meanSquaredError)
    figures.add("RMSE", predictions.rootMeanSquaredError)
    figures.add("MAE", predictions.meanAbsoluteError)
    let determination = predictions.determination
    figures.add("R2", determination.value)
    if let gap = determination.gap { figures.gaps.append(gap) }
    return figures
  }

  /// A column for each split.
  package static func table(_ splits: [(name: String, figures: Figures)]) -> Table {
    let columns: [Table.Column] =
      [.init("metric")] + splits.map { .init($0.name, alignment: .right) }
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
      [.init("class")] + metrics.map { .init($0.name, alignment: .right) }
      + [.init("examples", alignment: .right)]
    let rows = (0..<confusion.classCount).map { index -> [Table.Cell] in
      [.text(index < names.count ? names[index] : String(index))]
        + metrics.map { .fraction($0.metric(confusion, index).value) }
        + [.count(confusion.count(of: index))]
    }
    return Table(columns: columns, rows: rows)
  }

  /// What a figure of 0 hides.
  package static func note(of gap: MetricGap, on split: String, names: [String]) -> String {
    func name(_ index: Int) -> String { index < names.count ? names[index] : String(index) }
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

/// `show confusion`: which class was taken for which.
package enum ConfusionTable {
  package static func document(
    _ confusion: ConfusionMatrix, names: [String], split: String
  ) -> Document {
    let classes = 0..<confusion.classCount
    let columns: [Table.Column] =
      [.init("class")]
      + classes.map { .init(name($0, names), alignment: .right) }
      + [.init("recall", alignment: .right)]
    let rows = classes.map { truth -> [Table.Cell] in
      [.text(name(truth, names))] + classes.map { .count(confusion[truth, $0]) }
        + [share(confusion.recall(of: truth).value)]
    }
    let footer: [[Table.Cell]] = [
      [.text("precision")]
        + classes.map { share(confusion.precision(of: $0).value) }
        + [share(confusion.accuracy)]
    ]
    let total = confusion.total
    var facts = [
      Fact("split", .text(split), text: "\(split) split"), Fact(total, "examples"),
      Fact(
        "correct", .count(confusion.correctCount),
        text: "\(NumberText.count(confusion.correctCount)) right"),
    ]
    if let mistake = worstMistakes(confusion).first, let text = worst(confusion, names) {
      let count = confusion[mistake.truth, mistake.predicted]
      facts.append(Fact("worst", .count(count), text: text))
    }
    return Document([
      .facts(facts), .table(Table(columns: columns, rows: rows, footer: footer)),
      .text("a row for each true class, a column for each predicted one; below, the accuracy"),
    ])
  }

  package static func name(_ index: Int, _ names: [String]) -> String {
    index < names.count ? names[index] : String(index)
  }

  /// "most often mistaken: 4 for 9, 3 times", "0 for 1 and 2 for 3, once each"; nil where nothing is.
  package static func worst(_ confusion: ConfusionMatrix, _ names: [String]) -> String? {
    let worst = worstMistakes(confusion)
    guard let first = worst.first else { return nil }
    let named = worst.prefix(2).map { "\(name($0.truth, names)) for \(name($0.predicted, names))" }
    let count = confusion[first.truth, first.predicted]
    let times = count == 1 ? "once" : "\(NumberText.count(count)) times"
    switch worst.count {
    case 1: return "most often mistaken: \(named[0]), \(times)"
    case 2: return "most often mistaken: \(named.joined(separator: " and ")), \(times) each"
    default:
      return "most often mistaken: \(named.joined(separator: ", ")), \(times) each, and "
        + "\(Wording.count(worst.count - 2, "other")) as often"
    }
  }

  private static func share(_ value: Double) -> Table.Cell {
    .fraction(value, text: NumberText.percent(value, places: 0))
  }

  /// All that happened as often as the most frequent mistake; none where nothing was mistaken.
  private static func worstMistakes(
    _ confusion: ConfusionMatrix
  ) -> [(truth: Int, predicted: Int)] {
    var worst: [(truth: Int, predicted: Int)] = []
    var most = 1
    for truth in 0..<confusion.classCount {
      for predicted in 0..<confusion.classCount where truth != predicted {
        let count = confusion[truth, predicted]
        guard count >= most else { continue }
        if count > most { worst = [] }
        worst.append((truth, predicted))
        most = count
      }
    }
    return worst
  }
}
