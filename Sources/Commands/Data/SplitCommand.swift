package import Charts
package import Datasets
package import Language
package import Reports
package import Workbench

/// `split train=60% validation=20% test=20%`
package enum SplitCommand {
  package static let definition = CommandDefinition(
    verb: "split", family: .data,
    summary: "divides the data into training, validation and test examples",
    forms: ["split train=60% validation=20% test=20%", "split validation=10%"],
    options: [
      OptionDefinition(
        name: "train", kind: .fraction, standard: "the rest", meaning: "the weights are fitted to"),
      OptionDefinition(
        name: "validation", kind: .fraction, meaning: "settings are compared on"),
      OptionDefinition(name: "test", kind: .fraction, meaning: "looked at once, at the end"),
      OptionDefinition(
        name: "stratified", kind: .yesOrNo, standard: "no",
        meaning: "keep the shares of the classes in each part"),
    ],
    example: ["data circles points=400", "split train=60% validation=20% test=20%"])

  package static let command = CellCommand(definition, action: run)

  private static func run(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    var data = try execution.data(for: arguments)
    try arguments.expect(atMost: 0)
    let fractions = SplitFractions(
      training: try arguments.number("train"), validation: try arguments.number("validation"),
      test: try arguments.number("test"))
    let stratified = try arguments.yesOrNo("stratified") ?? false
    do {
      try data.divide(fractions, stratified: stratified, seed: execution.state.seed)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
    execution.state.data = data
    return Document([.facts(SplitText.facts(of: data))])
  }
}
