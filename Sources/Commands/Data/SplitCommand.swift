import Charts
import Datasets
import Language
import Reports
import Workbench

/// `split train=60% validation=20% test=20%`
package enum SplitCommand {
  /// How the verb is typed and explained.
  package static let definition = CommandDefinition(
    verb: "split", family: .data,
    summary: "divides the data into training, validation and test examples",
    forms: ["split train=60% validation=20% test=20%", "split validation=10%"],
    options: [
      training.definition, validation.definition, test.definition, stratified.definition,
    ],
    example: ["data circles points=400", "split train=60% validation=20% test=20%"])

  private static let training = CommandOption<Double>.fraction(
    "train", standard: "the rest", meaning: "the weights are fitted to")
  private static let validation = CommandOption<Double>.fraction(
    "validation", meaning: "settings are compared on")
  private static let test = CommandOption<Double>.fraction(
    "test", meaning: "looked at once, at the end")
  private static let stratified = CommandOption<Bool>.yesOrNo(
    "stratified", usual: false, meaning: "keep the shares of the classes in each part")

  /// The verb, for the table of all verbs.
  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> SplitReport {
    var data = try execution.data(for: arguments)
    try arguments.expect(atMost: 0)
    let fractions = SplitFractions(
      training: try arguments.value(of: training), validation: try arguments.value(of: validation),
      test: try arguments.value(of: test))
    let stratified = try arguments.valueOrUsual(of: stratified)
    do {
      try data.divide(fractions, stratified: stratified, seed: execution.state.seed)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
    execution.state.data = data
    return SplitReport(data)
  }
}
