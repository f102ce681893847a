import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import Workbench

/// `plot roc`, `plot precision recall`: what every threshold would give.
enum RankingPlot {
  /// The most points of a curve.
  private static let pointLimit = 1000

  static let options = [
    OptionDefinition(
      name: "class", kind: .word, standard: "1 of two; else the best and the worst",
      meaning: "plot roc, plot precision recall: the class to find among all others")
  ]

  static let roc = Plot(
    name: "roc", values: 0...1, example: " validation", options: options.map(\.name)
  ) {
    (execution, arguments) throws(Diagnostic) in
    let (part, classes) = try ranked(execution, arguments)
    return .line(roc(of: classes, part))
  }

  /// The curves of several networks in one picture, with the area under each in the legend.
  static func roc(
    of networks: [(label: String, execution: Execution)], _ arguments: Arguments
  ) throws(Diagnostic) -> LineChart {
    var split = ""
    var all: [RankedClass] = []
    for network in networks {
      let (part, classes) = try ranked(network.execution, arguments)
      split = part
      all += classes.map { one in
        var one = one
        one.label = network.label + (classes.count > 1 ? " \(one.label)" : "")
        return one
      }
    }
    var chart = roc(of: all, split)
    for index in all.indices {
      chart.series[index].name += " AUC \(number(all[index].curve.area))"
    }
    return chart
  }

  /// A curve for each class, and where the network decides.
  private static func roc(of classes: [RankedClass], _ part: String) -> LineChart {
    let chance = (0...20).map { Point(Double($0) / 20, Double($0) / 20) }
    return LineChart(
      .roc, title: "ROC, \(part)", xAxis: share("false alarms"), yAxis: share("found"),
      series: classes.map { one in
        .init(one.label, points: thinned(one.curve.points.map { place($0, of: one.curve) }))
      } + [
        .init("as it decides", points: classes.map(\.decision), style: .points),
        .init("chance", points: chance, style: .points),
      ],
      caption: classes.map { one in
        "\(one.label): AUC \(number(one.curve.area)), finds \(percent(one.decision.y)) with "
          + "\(percent(one.decision.x)) false alarms"
      }.joined(separator: " · "))
  }

  static let precisionRecall = Plot(
    name: "precision recall", values: 0...1, example: " validation", options: options.map(\.name)
  ) {
    (execution, arguments) throws(Diagnostic) in
    let (part, classes) = try ranked(execution, arguments)
    return .line(
      LineChart(
        .precisionRecall, title: "precision and recall, \(part)", xAxis: share("recall"),
        yAxis: share("precision"),
        series: classes.map { one in
          let curve = one.curve
          let points = curve.points.dropFirst().map {
            Point(curve.truePositiveRate($0), curve.precision($0))
          }
          return .init(one.label, points: thinned(points))
        } + [
          .init(
            "as it decides",
            points: classes.map { Point($0.recall.value, $0.precision.value) }, style: .points)
        ],
        caption: classes.map { one in
          "\(one.label): average precision \(number(one.curve.averagePrecision)) (chance "
            + "\(number(one.chance))), decides with precision \(percent(one.precision.value)) at "
            + "recall \(percent(one.recall.value))"
        }.joined(separator: " · ")))
  }

  /// One class against all others.
  private struct RankedClass {
    var label: String
    var curve: RankingCurve
    var precision: MetricValue
    var recall: MetricValue
    /// The share of false alarms and of what is found, as the network decides.
    var decision: Point

    init(_ index: Int, label: String, _ predictions: ClassPredictions) {
      self.label = label
      curve = predictions.curve(of: index)
      let confusion = predictions.confusion
      precision = confusion.precision(of: index)
      recall = confusion.recall(of: index)
      let alarms = confusion.count(predicted: index) - confusion[index, index]
      decision = Point(Double(alarms) / Double(max(1, curve.negativeCount)), recall.value)
    }

    /// The precision of a coin.
    var chance: Double {
      Double(curve.positiveCount) / Double(max(1, curve.positiveCount + curve.negativeCount))
    }
  }

  /// The classes to draw: the one asked for, class 1 of two, else the ones that are ranked worst
  /// and best.
  private static func ranked(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> (part: String, classes: [RankedClass]) {
    let (part, data) = try MeasureReader.part(execution, arguments)
    let predictions = try MeasureReader.predictions(on: part, of: data, execution, arguments) {
      Diagnostic(
        "this curve is about finding a class, and this target is a number",
        at: arguments.command.range, hints: ["show metrics has what there is"])
    }
    let asked = try askedClass(arguments, data)
    let indices = asked.map { [$0] } ?? (predictions.classCount == 2 ? [1] : nil)
    let all = (indices ?? Array(0..<predictions.classCount)).map {
      RankedClass(
        $0, label: "class \(data.dataset.classNames.className($0))", predictions)
    }
    let known = all.filter { $0.curve.area != nil }
    guard let first = known.first else {
      let label = all.first?.label ?? "class"
      let only = all.first?.curve.positiveCount == 0 ? "no examples" : "only examples"
      throw Diagnostic(
        "the \(part.rawValue) split has \(only) of \(label), so there is nothing to tell apart",
        at: arguments.command.range, hints: ["a larger split may have both"])
    }
    if part == .test { execution.looks.happened = true }
    guard known.count > 1 else { return (part.rawValue, [first]) }
    let worst = known.reduce(first) { ($1.curve.area ?? 0) < ($0.curve.area ?? 0) ? $1 : $0 }
    let best = known.reduce(first) { ($1.curve.area ?? 0) > ($0.curve.area ?? 0) ? $1 : $0 }
    return (part.rawValue, best.label == worst.label ? [best] : [best, worst])
  }

  private static func askedClass(
    _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> Int? {
    guard let name = try arguments.text("class") else { return nil }
    let names = data.dataset.classNames
    guard let index = names.firstIndex(of: name) else {
      throw Wording.unknownWord(
        name, what: "class", among: names, at: arguments.range(of: "class"))
    }
    return index
  }

  private static func place(_ point: RankingCurve.Point, of curve: RankingCurve) -> Point {
    Point(curve.falsePositiveRate(point), curve.truePositiveRate(point))
  }

  /// At most so many points, the first and the last one among them.
  private static func thinned(_ points: [Point]) -> [Point] {
    guard points.count > pointLimit else { return points }
    return (0..<pointLimit).map { points[$0 * (points.count - 1) / (pointLimit - 1)] }
  }

  private static func share(_ title: String) -> Axis {
    Axis(title, format: .percent, extent: Extent(0, 1))
  }

  private static func percent(_ value: Double) -> String { NumberText.percent(value) }

  private static func number(_ value: Double?) -> String {
    value.map { NumberText.fixed($0, places: 3) } ?? "undefined"
  }
}
