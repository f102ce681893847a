import Charts
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Workbench

/// `predict example 7 ensemble=a,b,c`: what each member makes of one input, and all together.
/// `predict validation ensemble=a,b,c`: what all together make of a split.
enum EnsemblePrediction {
  static func run(
    _ execution: inout Execution, _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> Document {
    let first = try arguments.value(0, orSay: "predict needs an input: predict example 7")
    let members = try EnsembleCommand.members(data, execution, arguments)
    let threshold = try ConfidenceReader.threshold(arguments, on: data)
    if let word = first.text, PredictCommand.splits.contains(word) {
      return try split(word, of: members, threshold, &execution, arguments, data)
    }
    try PredictCommand.refuseList(arguments)
    guard first.text == "example" else {
      let answers = try members.answers(
        PredictCommand.input(arguments, data), rows: [0], execution)
      return document(of: answers, members, threshold, data)
    }
    let row = try PredictCommand.example(arguments, data)
    let answers = try members.answers(data.examples, rows: [row], execution)
    var document = document(of: answers, members, threshold, data)
    document.blocks.insert(
      .facts(
        PredictionReport.facts(
          of: (Int(row) + 1, ExampleTruth(ofRow: Int(row), in: data)))), at: 0)
    if data.rows(of: .test).contains(row) { document.blocks.append(execution.lookAtTest()) }
    return document
  }

  private static func split(
    _ word: String, of members: EnsembleMembers, _ threshold: Double?,
    _ execution: inout Execution, _ arguments: Arguments, _ data: DataInHand
  ) throws(Diagnostic) -> Document {
    let list = try PredictCommand.list(word, arguments, data)
    let rows = data.rows(of: list.part)
    var document =
      switch try members.answers(data.examples, rows: rows, execution) {
      case .classes(let predictions):
        list.document(.mean(of: predictions), threshold: threshold)
      case .numbers(let predictions): list.document(.mean(of: predictions))
      }
    if list.part == .test { document.blocks.append(execution.lookAtTest()) }
    return document
  }

  private static func document(
    of answers: EnsembleAnswers, _ members: EnsembleMembers, _ threshold: Double?,
    _ data: DataInHand
  ) -> Document {
    var answered: [Block] = []
    var columns: [Table.Column] = [.init(term: "network")]
    let rows: [[Table.Cell]]
    let total: [Table.Cell]
    switch answers {
    case .classes(let predictions):
      columns += [.init("predicted"), .init("probability", alignment: .right)]
      rows = predictions.map { cells($0, data) }
      let mean = ClassPredictions.mean(of: predictions)
      total = cells(mean, data)
      if let threshold {
        let probability = mean.scores[Int(mean.predicted[0])]
        answered = [.facts([PredictionReport.fact(ofAnswer: probability, threshold)])]
      }
    case .numbers(let predictions):
      columns.append(.init("output", alignment: .right))
      rows = predictions.map(cells)
      total = cells(.mean(of: predictions))
    }
    let table = Table(
      columns: columns, rows: zip(members.names, rows).map { [.text($0)] + $1 },
      footer: [[.text("ensemble")] + total])
    return Document([.table(table)] + answered)
  }

  /// The class of the greatest probability, and that.
  private static func cells(
    _ predictions: ClassPredictions, _ data: DataInHand
  ) -> [Table.Cell] {
    let choice = Int(predictions.predicted[0])
    let names = data.dataset.classNames
    return [
      .text("class \(names.className(choice))"),
      .fraction(predictions.scores[choice]),
    ]
  }

  private static func cells(_ predictions: NumberPredictions) -> [Table.Cell] {
    let output = predictions.outputs.first ?? 0
    return [.number(output, text: TrainingText.number(output))]
  }
}
