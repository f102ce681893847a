import Charts
import Networks
package import Tuning

/// Errors of repeated trainings over a number, as a chart and a table.
package struct CurveText {
  /// The trainings at one place of the curve.
  package struct Place {
    /// The value of the setting, or how many examples there were.
    package let x: Double
    /// What each of the trainings there came to.
    package let scores: [Fit.Score]

    /// Makes it of its parts.
    package init(x: Double, scores: [Fit.Score]) {
      self.x = x
      self.scores = scores
    }
  }

  private let title: String
  private let xTitle: String
  /// The setting that is varied; nil where it is the examples.
  private let setting: String?
  private let isClassification: Bool
  /// What the spread of a point is.
  private let spread: String
  /// How it was measured.
  private let method: String
  /// Whether the lying axis is in powers of ten; nil for where the places lie far apart.
  private let isLogarithmic: Bool?

  /// Makes it of its words.
  ///
  /// - Parameters:
  ///   - spread: What the spread of a point is.
  ///   - method: How it was measured.
  ///   - isLogarithmic: Whether the lying axis is in powers of ten; nil for where the places of a
  ///     curve lie far apart.
  package init(
    title: String, xTitle: String, setting: String? = nil, isClassification: Bool,
    spread: String, method: String, isLogarithmic: Bool? = nil
  ) {
    self.setting = setting
    self.isLogarithmic = isLogarithmic
    self.title = title
    self.xTitle = xTitle
    self.isClassification = isClassification
    self.spread = spread
    self.method = method
  }

  /// The curve with its table.
  ///
  /// - Parameter diverged: What is said of the trainings that are left out.
  package func report(_ places: [Place], diverged: [String] = []) -> PictureReport {
    let places = places.sorted { $0.x < $1.x }
    return PictureReport(
      [.chart(.line(chart(places)))], table: table(places), remarks: diverged + [method])
  }

  private var measure: String { isClassification ? "error" : "loss" }

  private func spread(_ place: Place, _ part: KeyPath<Fit.Score, Evaluation>) -> Spread {
    Spread(place.scores.map { $0[keyPath: part].error ?? $0[keyPath: part].dataLoss })
  }

  private func chart(_ places: [Place]) -> LineChart {
    let xs = places.map(\.x)
    let positive = xs.filter { $0 > 0 }
    let least = positive.min() ?? 1
    let isFar = (positive.max() ?? 1) / least >= 20 && xs.allSatisfy { $0 >= 0 }
    let isWide = isLogarithmic ?? isFar
    // Zero has no place on a logarithmic axis: it stands a decade below the rest.
    let shown = xs.map { isWide && $0 == 0 ? least / 10 : $0 }
    let training = places.map { spread($0, \.training) }
    let judging = places.map { spread($0, \.judging) }
    var chart = LineChart(
      title: title,
      xAxis: Axis(xTitle, scale: isWide ? .logarithmic : .linear),
      yAxis: Axis(measure, format: isClassification ? .percent : .number),
      series: [
        series("training", shown, training), series("validation", shown, judging),
      ])
    chart.spreadName = spread
    if let best = ComparisonVerdict(judging)?.winners.first,
      best != judging.count - 1, best != 0
    {
      chart.marks = [.init(x: shown[best], label: "least \(measure) at \(number(xs[best]))")]
    }
    chart.caption = caption(xs, training, judging)
    if isWide, xs.contains(0) { chart.caption += " · 0 stands at \(number(least / 10))" }
    let below = xs.filter { $0 < 0 }
    if isWide, !below.isEmpty {
      chart.caption +=
        " · \(below.map(number).joined(separator: ", ")) left out, which a logarithmic axis has "
        + "no place for"
    }
    return chart
  }

  private func series(_ name: String, _ xs: [Double], _ spreads: [Spread]) -> LineChart.Series {
    LineChart.Series(
      name, points: zip(xs, spreads).map { Point($0, $1.mean) }, spread: spreads.map(\.deviation))
  }

  /// "validation error 30.0% at 15, 12.0% at 240, least 11.0% at 180, which ties with 240 · training
  /// 1.0% to 8.0% · gap 29.0% to 4.0%"
  private func caption(_ xs: [Double], _ training: [Spread], _ judging: [Spread]) -> String {
    guard let first = judging.first, let last = judging.last,
      let verdict = ComparisonVerdict(judging), let best = verdict.winners.first
    else { return "" }
    let tied = verdict.isTie ? verdict.winners.dropFirst().sorted().map { number(xs[$0]) } : []
    let ties = tied.isEmpty ? "" : ", which ties with \(tied.joined(separator: ", "))"
    let gaps = [0, judging.count - 1].map { text(judging[$0].mean - training[$0].mean) }
    return "validation \(measure) \(text(first.mean)) at \(number(xs[0])), \(text(last.mean)) at "
      + "\(number(xs[xs.count - 1])), least \(text(judging[best].mean)) at \(number(xs[best]))\(ties) "
      + "· training \(text(training[0].mean)) to \(text(training[training.count - 1].mean)) "
      + "· gap \(gaps[0]) to \(gaps[1])"
  }

  private func table(_ places: [Place]) -> Table {
    Table(
      columns: [
        .init(xTitle, term: setting, alignment: .right),
        .init(term: "training", alignment: .right),
        .init(term: "validation", alignment: .right), .init(term: "gap", alignment: .right),
      ],
      rows: places.map { place in
        let (training, judging) = (spread(place, \.training), spread(place, \.judging))
        return [
          .number(place.x, text: number(place.x)), cell(training), cell(judging),
          .number(judging.mean - training.mean, text: text(judging.mean - training.mean)),
        ]
      })
  }

  /// "12.0% ± 1.3%"
  private func cell(_ spread: Spread) -> Table.Cell {
    .number(spread.mean, text: "\(text(spread.mean)) ± \(text(spread.deviation))")
  }

  private func text(_ value: Double) -> String {
    isClassification ? NumberText.percent(value, places: 1) : TrainingText.number(value)
  }

  private func number(_ value: Double) -> String { NumberText.significant(value, digits: 6) }
}
