package import Charts
import Tuning
import Workbench

/// How much of the differences between the trials each setting explains by itself.
package enum SearchImportanceChart {
  /// The picture; nil where fewer trials were done than tell anything, or all came to the same.
  package static func chart(_ trials: JudgedTrials) -> BarChart? {
    let done = trials.places(stopped: false)
    let shares = trials.columns.compactMap { column -> (name: String, share: Double)? in
      let tried = done.filter { column.values[$0] != nil }
      return SettingImportance.share(
        of: tried.compactMap { column.values[$0].map(column.place) },
        in: tried.map { trials.scores[$0] }
      ).map { (column.name, $0) }
    }
    guard !shares.isEmpty else { return nil }
    let bars = shares.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }
    .map {
      BarChart.Bar(
        $0.element.name, $0.element.share, text: NumberText.percent($0.element.share, places: 0))
    }
    return BarChart(
      title: "what each setting explains by itself", bars: bars, maximum: 1, format: .percent,
      caption: bars.map { "\($0.label) \($0.text)" }.joined(separator: " · ")
        + " of the differences between \(NumberText.count(done.count)) trials")
  }

  /// What the figures are, and what they are not.
  package static let remark =
    "The share of the differences that a setting explains alone, by ranks: it scatters by about one over "
    + "the root of the number of trials, and means less where trials were chosen by what came before."
}
