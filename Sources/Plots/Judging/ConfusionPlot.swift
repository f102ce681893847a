import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import Workbench

/// `plot confusion validation`: which class was taken for which.
enum ConfusionPlot {
  static let plot = Plot(
    chartNamed: "confusion", values: 0...1, example: " validation",
    options: [DecisionReader.threshold.definition], showsMoment: true
  ) { (execution, arguments) throws(Diagnostic) in
    let split = try JudgedSplit(execution, arguments)
    let predictions = try split.network.predictions(
      on: split.part, about: DataRequirement.confusion)
    let decision = try DecisionReader.decision(arguments, of: split.hand, on: split.data)
    return .heatMap(
      ConfusionChart.chart(
        predictions.decided(by: decision).confusion, names: split.data.dataset.classNames,
        split: split.part.rawValue, decision: decision))
  }
}
