import Charts
import Datasets
import Language
import Networks

/// Reads `show metrics [SPLIT]` and `show confusion [SPLIT]`, and measures.
enum MeasureReader {
  /// Without a split: training and validation. The test split has to be asked for.
  static func metrics(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let data = try execution.data(for: arguments)
    let network = try execution.network(for: arguments, fitting: data).network
    let asked = try split(of: data, arguments)
    let parts =
      asked.map { [$0] } ?? [.training, .validation].filter { !data.rows(of: $0).isEmpty }
    var splits: [(name: String, figures: MetricTable.Figures)] = []
    var classes: Table?
    for part in parts {
      guard let evaluation = try execution.evaluation(of: network, on: part, data, arguments)
      else { continue }
      let rows = data.rows(of: part)
      if let predictions = try execution.asking(
        arguments,
        { () throws(NetworkError) in
          try network.classPredictions(data.examples, rows: rows, pool: execution.settings.pool)
        })
      {
        splits.append(
          (part.rawValue, MetricTable.figures(predictions, loss: evaluation.dataLoss)))
        classes = MetricTable.classes(predictions.confusion, names: data.dataset.classNames)
      } else if let predictions = try execution.asking(
        arguments,
        { () throws(NetworkError) in
          try network.numberPredictions(data.examples, rows: rows, pool: execution.settings.pool)
        })
      {
        splits.append(
          (part.rawValue, MetricTable.figures(predictions, loss: evaluation.dataLoss)))
      }
    }
    var document = Document([.table(MetricTable.table(splits))])
    if asked != nil, let classes { document.blocks.append(.table(classes)) }
    for split in splits {
      document.blocks += split.figures.gaps.map {
        .text(MetricTable.note(of: $0, on: split.name, names: data.dataset.classNames))
      }
    }
    if asked == .test { document.blocks.append(execution.lookAtTest()) }
    return document
  }

  /// Without a split: validation where there is one, else training.
  static func confusion(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let data = try execution.data(for: arguments)
    let network = try execution.network(for: arguments, fitting: data).network
    let part =
      try split(of: data, arguments)
      ?? (data.rows(of: .validation).isEmpty ? .training : .validation)
    let pool = execution.settings.pool
    let predictions = try execution.asking(arguments) { () throws(NetworkError) in
      try network.classPredictions(data.examples, rows: data.rows(of: part), pool: pool)
    }
    guard let predictions else {
      throw Diagnostic(
        "a confusion matrix is about classes, and this target is a number",
        at: arguments.command.range, hints: ["show metrics has what there is"])
    }
    var document = ConfusionTable.document(
      predictions.confusion, names: data.dataset.classNames, split: part.rawValue)
    if part == .test { document.blocks.append(execution.lookAtTest()) }
    return document
  }

  private static func split(
    of data: DataInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> DataInHand.Part? {
    try arguments.expect(atMost: 2)
    guard arguments.values.count > 1 else { return nil }
    let value = arguments.values[1]
    guard let word = arguments.text(of: value) else {
      throw Diagnostic("a split is expected: train, validation or test", at: value.range)
    }
    return try SplitName.part(word, of: data, at: value.range)
  }
}
