import Charts
import Commands
import Language
import Reports

/// `plot histogram`, `plot histogram area`: how the values of columns are spread.
enum HistogramPlot {
  static let plot = Plot(named: "histogram", values: 0...1, example: " area", names: [.columns]) {
    (execution, arguments) throws(Diagnostic) in
    let table = try ColumnName.table(of: execution.data(for: arguments), "a histogram", arguments)
    let histograms = ColumnHistograms(of: table)
    guard arguments.values.count > 1 else { return histograms.report }
    return histograms.report(
      of: try ColumnName.place(arguments.values[1], among: table.names, arguments))
  }
}
