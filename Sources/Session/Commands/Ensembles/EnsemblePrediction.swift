import Charts
import Datasets
import Language
import Networks
import TensorEngine

/// `predict example 7 ensemble=a,b,c`: what each member makes of one input, and all together.
enum EnsemblePrediction {
  static func run(
    _ execution: inout Execution, _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> Document {
    for option in ["threshold", "list"] where arguments.has(option) {
      throw Diagnostic(
        "an ensemble predicts one input, without \(option)", at: arguments.range(of: option))
    }
    let first = try arguments.value(0, orSay: "predict needs an input: predict example 7")
    guard first.text == "example" else {
      let input = try PredictCommand.input(arguments, data)
      return try document(of: input, row: 0, data, execution, arguments)
    }
    let row = try PredictCommand.example(arguments, data)
    let number = Int(row) + 1
    var document = try document(of: data.examples, row: row, data, execution, arguments)
    document.blocks.insert(
      .facts([
        Fact("example", .count(number), text: "example \(number)"),
        PredictCommand.truth(of: number - 1, in: data),
      ]), at: 0)
    if data.rows(of: .test).contains(row) { document.blocks.append(execution.lookAtTest()) }
    return document
  }

  private static func document(
    of examples: Examples, row: Int32, _ data: DataInHand, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let members = try EnsembleCommand.members(data, execution, arguments)
    let answers = try members.answers(examples, rows: [row], execution)
    var columns: [Table.Column] = [.init("network")]
    let rows: [[Table.Cell]]
    let total: [Table.Cell]
    switch answers {
    case .classes(let predictions):
      columns += [.init("predicted"), .init("probability", alignment: .right)]
      rows = predictions.map { cells($0, data) }
      total = cells(.mean(of: predictions), data)
    case .numbers(let predictions):
      columns.append(.init("output", alignment: .right))
      rows = predictions.map(cells)
      total = cells(.mean(of: predictions))
    }
    let table = Table(
      columns: columns, rows: zip(members.names, rows).map { [.text($0)] + $1 },
      footer: [[.text("ensemble")] + total])
    return Document([.table(table)])
  }

  /// The class of the greatest probability, and that.
  private static func cells(
    _ predictions: ClassPredictions, _ data: DataInHand
  ) -> [Table.Cell] {
    let choice = Int(predictions.predicted[0])
    let names = data.dataset.classNames
    return [
      .text("class \(choice < names.count ? names[choice] : String(choice))"),
      .fraction(predictions.scores[choice]),
    ]
  }

  private static func cells(_ predictions: NumberPredictions) -> [Table.Cell] {
    let output = predictions.outputs.first ?? 0
    return [.number(output, text: TrainingText.number(output))]
  }
}
