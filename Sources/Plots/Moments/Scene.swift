import Charts
import Commands
import Formulas
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// What is needed to draw the same kind of picture again and again, each time of another network.
struct Scene: Sendable {
  private let state: SessionState
  private let settings: SessionSettings
  private let table: CommandTable
  /// The line that would draw it: `plot boundary`.
  let command: Command

  /// Makes it of a line that begins with `plot`.
  init(_ command: Command, in execution: Execution) {
    (state, settings, table) = (execution.state, execution.settings, execution.table)
    self.command = command
  }

  /// What runs beside the notebook, whose state stays as it is.
  func execution(control: RunControl = RunControl()) -> Execution {
    Execution(state: state, settings: settings, table: table, control: control)
  }

  /// What a cell here could hold.
  var budget: MemoryBudget { MemoryBudget(limit: state.memoryLimit, held: state.heldBytes) }

  /// The picture of a network, on axes on which some networks have room.
  ///
  /// - Throws: A `Diagnostic` for a network or data that have no such picture, and for one that
  ///   looks at the test split, which is opened by cells alone.
  func picture(
    of hand: NetworkInHand, beside networks: [Network] = []
  ) throws(Diagnostic) -> PictureReport {
    var moment = execution()
    moment.state.network = hand
    let (plot, arguments) = try PlotName.read(
      Arguments(command, of: PlotCommand.definition, evaluator: moment.evaluator))
    let report = try plot.picture(moment, arguments.limited(to: plot.options), beside: networks)
    guard !moment.looks.happened else {
      throw Diagnostic(
        "the test split is opened by cells alone, which count how often", at: command.range,
        hints: ["validation in its place, or a plot of the network as it is"])
    }
    return report
  }

  /// What some blocks show, with the names of the data.
  func document(_ blocks: [Block]) -> Document { Document(blocks, in: state) }
}
