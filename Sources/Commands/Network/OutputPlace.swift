import Language
import Networks
import TensorEngine
import Workbench

/// Refuses what would change the answers of a network behind its output layer.
enum OutputPlace {
  /// Refuses a layer that was put behind a layer which gives just what the data in hand asks for.
  static func check(
    _ network: Network, changed number: Int, _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) {
    guard let disturbed = network.disturbedOutput, number >= disturbed.layer,
      let data = execution.state.data,
      network.answers(TargetForm(data.examples.targets), inLayer: disturbed.output)
    else { return }
    let layer = network.layers[number - 1]
    let word = arguments.values.first { $0.text == layer.kind }
    throw Diagnostic(
      Wording.reason(against: disturbed, in: network),
      at: word?.range ?? arguments.command.verb.range,
      hints: ["in front of it: insert \(disturbed.output) \(layer.text)"])
  }
}
