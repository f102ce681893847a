import Charts
import Datasets
package import Tuning
package import Workbench

/// The findings of a study of bias and variance as charts.
package struct BiasVarianceText {
  private let name: String
  private let findings: [BiasVarianceStudy.Finding]
  private let repeats: Int
  private let study: BiasVarianceStudy
  private let data: DataInHand

  /// Makes it of what a study found.
  ///
  /// - Parameters:
  ///   - name: The setting that differs.
  ///   - repeats: How many networks were trained for each of its values.
  package init(
    name: String, findings: [BiasVarianceStudy.Finding], repeats: Int, study: BiasVarianceStudy,
    data: DataInHand
  ) {
    self.name = name
    self.findings = findings
    self.repeats = repeats
    self.study = study
    self.data = data
  }

  /// The error of classes, and the squared error, each by where it comes from.
  package var pictures: [PictureReport.Picture] {
    guard !findings.isEmpty else { return [] }
    var charts: [StackedBarChart] = []
    let wrong = findings.compactMap { finding in finding.zeroOne.map { (finding, $0) } }
    if !wrong.isEmpty {
      charts.append(
        chart(
          "error (0-1 loss), by where it comes from", bias: "bias",
          Axis("error", format: .percent), wrong))
    }
    let what = data.isClassification ? "squared error of the probabilities" : "squared error"
    charts.append(
      chart(
        "\(what), by where it comes from", bias: "bias²", Axis("squared error"),
        findings.map { ($0, $0.squared) }))
    return charts.map { .chart(.stackedBars($0)) }
  }

  private var knowsNoise: Bool { study.expected != nil }

  private func chart(
    _ title: String, bias: String, _ axis: Axis,
    _ found: [(finding: BiasVarianceStudy.Finding, parts: ErrorParts)]
  ) -> StackedBarChart {
    var chart = StackedBarChart(
      title: title, labelTitle: name, axis: axis,
      parts: knowsNoise ? [bias, "variance", "noise"] : ["\(bias) + noise", "variance"],
      totalName: axis.format == .percent ? "error" : "sum",
      bars: found.map { finding, parts in
        StackedBarChart.Bar(
          finding.value, [parts.bias, parts.variance] + (knowsNoise ? [parts.noise] : []))
      })
    chart.caption = caption(of: chart, found.map(\.finding.label))
    if axis.format == .percent { chart.caption += luck(found) }
    return chart
  }

  /// Where the variance of the 0-1 loss is negative, and what that means.
  private func luck(
    _ found: [(finding: BiasVarianceStudy.Finding, parts: ErrorParts)]
  ) -> String {
    let lucky = found.filter { $0.parts.variance <= -0.0005 }.map(\.finding.label)
    guard !lucky.isEmpty else { return "" }
    return " · variance below 0 at \(lucky.joined(separator: ", ")): where most networks are wrong "
      + "by habit, one that differs is right by luck"
  }

  /// "least error 5.3% at units=8 · from units=1 to 64: bias 38.0% to 0.1%, variance 4.1% to 6.2%"
  private func caption(of chart: StackedBarChart, _ labels: [String]) -> String {
    guard let first = chart.bars.first, let last = chart.bars.last,
      let best = chart.bars.indices.min(by: { chart.bars[$0].total < chart.bars[$1].total })
    else { return "" }
    let least =
      "least \(chart.axis.title) \(chart.text(chart.bars[best].total)) at \(labels[best])"
    guard chart.bars.count > 1 else { return least }
    let changes = chart.parts.prefix(2).indices.map { part in
      "\(chart.parts[part]) \(chart.text(first.values[part])) to \(chart.text(last.values[part]))"
    }
    return "\(least) · from \(labels[0]) to \(last.label): \(changes.joined(separator: ", "))"
  }

  /// How it was measured, and what the numbers rest on.
  package func method(_ trainings: RepeatedTrainings, of count: Int) -> String {
    let sizes = trainings.fits.compactMap(\.first).map(\.training.count)
    let noun = data.dataset.exampleNoun
    let size = sizes.min() == sizes.max() ? "\(sizes.first ?? 0)" : "as many of the"
    let drawn =
      "training \(noun)" + (sizes.min() == sizes.max() ? "" : " as its bar says") + ", drawn "
      + (study.resampling == .bootstrap ? "with" : "without") + " replacement from"
    let noise =
      knowsNoise
      ? "The noise is known, since Overfit made the data."
      : "One target an example can't tell noise from bias, so the two are one bar."
    return "\(count) x \(repeats) = \(NumberText.count(trainings.count)) networks, each from fresh "
      + "weights on \(size) \(drawn) \(study.training.count), judged by "
      + "\(NumberText.count(study.judging.count)) validation \(noun). \(noise)"
  }
}
