import Datasets
package import Language
package import Networks
package import Reports
package import Workbench

/// Reads `show metrics [SPLIT]` and `show confusion [SPLIT]`, and measures.
package enum MeasureReader {
  /// Without a split: training and validation. The test split has to be asked for.
  package static func metrics(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> MetricsReport {
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    let asked = try split(of: data, arguments)
    let decision = try DecisionReader.decision(arguments, of: hand, on: data)
    let parts =
      asked.map { [$0] } ?? [.training, .validation].filter { !data.rows(of: $0).isEmpty }
    var measured: [MetricsReport.Part] = []
    for part in parts {
      let worth = try worth(of: hand, on: part, decision, data, execution, arguments)
      guard let worth else { continue }
      measured.append(worth)
    }
    return MetricsReport(
      parts: measured, showsClasses: asked != nil, classNames: data.dataset.classNames,
      positive: data.classCount == 2
        ? data.dataset.classNames.className(data.positiveClass(for: hand)) : nil,
      decision: decision,
      looks: asked == .test ? execution.countedLook() : nil)
  }

  /// What a network is worth on one split; nil where that has no examples.
  private static func worth(
    of hand: NetworkInHand, on part: DataInHand.Part, _ decision: Decision?, _ data: DataInHand,
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> MetricsReport.Part? {
    let network = hand.network
    guard let evaluation = try execution.evaluation(of: network, on: part, data, arguments)
    else { return nil }
    let rows = data.rows(of: part)
    let pool = execution.settings.pool
    let loss = evaluation.dataLoss
    let classes = try execution.asking(arguments) { () throws(NetworkError) in
      try network.classPredictions(data.examples, rows: rows, pool: pool)
    }
    if let classes {
      let positive = data.positiveClass(for: hand)
      return MetricsReport.Part(
        part, classes, loss: loss, positive: positive, decision: decision)
    }
    let numbers = try execution.asking(arguments) { () throws(NetworkError) in
      try network.numberPredictions(data.examples, rows: rows, pool: pool)
    }
    return numbers.map { MetricsReport.Part(part, $0, loss: loss) }
  }

  /// Without a split: validation where there is one, else training.
  package static func confusion(
    _ execution: inout Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> ConfusionReport {
    let (part, data) = try part(execution, arguments)
    let predictions = try predictions(on: part, of: data, execution, arguments) {
      DataRequirement.refusal(about: DataRequirement.confusion, at: arguments.command.range)
    }
    let decision = try execution.state.network.flatMap { hand throws(Diagnostic) in
      try DecisionReader.decision(arguments, of: hand, on: data)
    }
    return ConfusionReport(
      predictions.decided(by: decision).confusion, names: data.dataset.classNames, on: part,
      decision: decision,
      looks: part == .test ? execution.countedLook() : nil)
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

  /// The split that stands behind what is shown; nil where none does.
  package static func split(
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
