import Commands
import Language
import Networks
import Reports
import Workbench

/// The network in hand beside the split that a plot names: `plot roc validation`.
struct JudgedSplit {
  let part: DataInHand.Part
  let data: DataInHand
  /// The network in hand.
  let hand: NetworkInHand
  /// The same, to be asked.
  let network: PicturedNetwork

  /// Reads the split, validation where there is one and none is named, and counts a look at the test
  /// split.
  init(_ execution: Execution, _ arguments: Arguments) throws(Diagnostic) {
    (part, data) = try MeasureReader.part(execution, arguments)
    hand = try execution.network(for: arguments, fitting: data)
    network = PicturedNetwork(hand, on: data, execution, arguments)
    if part == .test { execution.looks.happened = true }
  }
}
