import Charts
package import Commands
import Language
import Reports
import Workbench

/// `plot data`, `plot loss`, `plot boundary`: pictures, each with a caption made of its numbers.
package enum PlotCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "plot", family: .looking,
    summary: "draws a picture of the data, the network or its training",
    forms: PlotTable.all.map { "plot \($0.name)\($0.example)" }, form: .argumentsWithLists,
    words: PlotTable.words, names: PlotTable.all.map(\.name),
    options: PlotTable.options + [WorkConsent.option.definition],
    completion: CommandCompletion(
      kindsFollowing: { first in PlotTable.all.first { $0.name == first }?.names ?? [] },
      options: PlotTable.options(behind:)),
    example: TrainCommand.definition.example + ["plot loss"])

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> any Report {
    let (plot, arguments) = try PlotName.read(arguments)
    let options = plot.options.map(\.name)
    for option in arguments.command.options
    where !options.contains(option.name.text) && option.name.text != WorkConsent.option.name {
      let name = option.name.text
      let others = PlotTable.all.filter { $0.options.contains { $0.name == name } }
      throw Diagnostic(
        "plot \(plot.name) has no option \"\(name)\"", at: option.name.range,
        hints: (options.isEmpty ? [] : ["it has: \(options.joined(separator: ", "))"])
          + (others.isEmpty
            ? []
            : ["\(name)= is for \(others.map { "plot \($0.name)" }.joined(separator: ", "))"]))
    }
    if arguments.values.count <= plot.values.lowerBound {
      _ = try arguments.value(
        plot.values.lowerBound,
        orSay: "plot \(plot.name) needs more behind its name: plot \(plot.name)\(plot.example)")
    }
    try arguments.expect(atMost: 1 + plot.values.upperBound)
    let limited = arguments.limited(to: plot.options)
    let moments = plot.showsMoment ? try TrainingMoments(execution, limited) : nil
    var report =
      if let moments {
        try moments.pictures(of: plot, execution, limited)
      } else {
        try plot.draw(execution, limited)
      }
    if plot.trains || moments != nil, execution.control.isInterrupted() {
      execution.interruption = "interrupted: the notebook is as it was before the plot"
      return SentenceReport()
    }
    if execution.looks.happened {
      execution.looks.happened = false
      report.testLooks = execution.countedLook()
    }
    return report
  }
}
