package import Charts
import Datasets
package import Language
package import Networks
import Reports
package import Workbench

/// Reads `show metrics [SPLIT]` and `show confusion [SPLIT]`, and measures.
package enum MeasureReader {
  /// Without a split: training and validation. The test split has to be asked for.
  package static func metrics(
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
      guard let worth = try worth(of: network, on: part, data, execution, arguments) else {
        continue
      }
      splits.append((part.rawValue, worth.figures))
      classes = worth.classes
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

  /// What a network is worth on one split, and class by class where the targets are classes.
  private static func worth(
    of network: Network, on part: DataInHand.Part, _ data: DataInHand, _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> (figures: MetricTable.Figures, classes: Table?)? {
    guard let evaluation = try execution.evaluation(of: network, on: part, data, arguments)
    else { return nil }
    let rows = data.rows(of: part)
    let pool = execution.settings.pool
    let classes = try execution.asking(arguments) { () throws(NetworkError) in
      try network.classPredictions(data.examples, rows: rows, pool: pool)
    }
    if let classes {
      return (
        MetricTable.figures(classes, loss: evaluation.dataLoss),
        MetricTable.classes(classes.confusion, names: data.dataset.classNames)
      )
    }
    let numbers = try execution.asking(arguments) { () throws(NetworkError) in
      try network.numberPredictions(data.examples, rows: rows, pool: pool)
    }
    return numbers.map { (MetricTable.figures($0, loss: evaluation.dataLoss), nil) }
  }

  /// Without a split: validation where there is one, else training.
  package static func confusion(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let (part, data) = try part(execution, arguments)
    let predictions = try predictions(on: part, of: data, execution, arguments) {
      Diagnostic(
        "a confusion matrix is about classes, and this target is a number",
        at: arguments.command.range, hints: ["show metrics has what there is"])
    }
    var document = ConfusionTable.document(
      predictions.confusion, names: data.dataset.classNames, split: part.rawValue)
    if part == .test { document.blocks.append(execution.lookAtTest()) }
    return document
  }

  /// The split that stands behind what is shown; without one, validation where there is one, else
  /// training.
  package static func part(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> (part: DataInHand.Part, data: DataInHand) {
    let data = try execution.data(for: arguments)
    let usual = data.rows(of: .validation).isEmpty ? DataInHand.Part.training : .validation
    return (try split(of: data, arguments) ?? usual, data)
  }

  /// What the network answers on a split.
  ///
  /// - Throws: what `refusal` makes where the targets are numbers.
  package static func predictions(
    on part: DataInHand.Part, of data: DataInHand, _ execution: Execution, _ arguments: Arguments,
    orThrow refusal: () -> Diagnostic
  ) throws(Diagnostic) -> ClassPredictions {
    let network = try execution.network(for: arguments, fitting: data).network
    let predictions = try execution.asking(arguments) { () throws(NetworkError) in
      try network.classPredictions(
        data.examples, rows: data.rows(of: part), pool: execution.settings.pool)
    }
    guard let predictions else { throw refusal() }
    return predictions
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
