import Charts
import Commands
import Datasets
import Language
import Reports
import Workbench

/// `plot correlation`: how the columns of a table move together, pair by pair.
enum CorrelationPlot {
  static let plot = Plot(chartNamed: "correlation") { (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let table = try ColumnName.table(of: data, "a correlation", arguments)
    guard data.rows(of: .training).count > 1 else {
      throw Diagnostic(
        "a correlation takes several examples, and there is 1 to learn from",
        at: arguments.command.range, hints: ["show example 1 lists its numbers"])
    }
    guard let chart = CorrelationChart(of: table, targetName: data.dataset.targetName) else {
      throw Diagnostic(
        "a correlation is of two columns, and the data has one besides its classes",
        at: arguments.command.range,
        hints: ["plot histogram \(ColumnName.typed(table.names[0])) shows it by class"])
    }
    return .heatMap(chart.chart)
  }
}
