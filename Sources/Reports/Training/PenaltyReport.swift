package import Charts
package import Networks
package import Workbench

/// What `show penalty` found: what each layer adds to the loss, and by which formula.
package struct PenaltyReport: Report {
  /// The layers of the network, in order.
  package let layers: [LayerSummary]
  /// What each parameter adds that can be penalized, in the order of the layers.
  package let parameters: [ParameterPenalty]
  /// The settings of the last training, or the usual ones.
  package let settings: TrainingSettings
  /// The number of training examples.
  package let examples: Int
  /// What the last epoch of the training had; nil before one.
  package let trained: EpochRecord?

  /// Measures the weights of a network under the settings of its last training.
  package init(of hand: NetworkInHand, examples: Int) {
    let settings = hand.settings ?? TrainingSettings()
    layers = hand.network.summaries
    parameters = hand.network.parameterPenalties(under: settings.penalty(examples: examples))
    self.settings = settings
    self.examples = examples
    trained = hand.history.records.last
  }

  /// What all parameters together add to the loss.
  package var total: Double { parameters.reduce(0) { $0 + $1.value } }

  package var document: Document {
    var blocks: [Block] = [.table(table)]
    blocks += PenaltyText(settings: settings, examples: examples).sentences.map { .text($0) }
    if let mean { blocks.append(.text(mean)) }
    if total == 0 {
      blocks.append(
        .text("Nothing is penalized: train l2=0.01 or add dense 8 tanh l2=0.01 does."))
    }
    return Document(blocks)
  }

  /// Why the line of the training has another figure; nil where it has this one.
  private var mean: String? {
    guard let trained, trained.penalty != 0, TrainingText.number(trained.penalty) != shown(total)
    else { return nil }
    return "train says \(TrainingText.number(trained.penalty)): the mean over the steps of epoch "
      + "\(trained.epoch), while the weights moved. The table has the weights as they are now."
  }

  /// As the line of a training shows it.
  private func shown(_ value: Double) -> String { TrainingText.number(value) }

  package var explanation: Explanation {
    let most = parameters.max { $0.value < $1.value }
    guard let most, total > 0 else { return Explanation() }
    return Explanation(figures: [
      "A line adds l1 * sum(|w|) + l2 * sum(w^2), and the total is the sum of the lines: "
        + "\(text(total)) is added to the loss of each batch.",
      "#\(most.layer) \(layers[most.layer - 1].text) adds most, with its \(most.name): "
        + "\(text(most.value)), which is \(NumberText.percent(most.value / total)) of the total.",
    ])
  }

  private var table: Table {
    let columns: [Table.Column] = [
      .init(term: "layer"), .init(term: "parameter"), .init("sum(|w|)", alignment: .right),
      .init("sum(w^2)", alignment: .right), .init(term: "l1", alignment: .right),
      .init(term: "l2", alignment: .right), .init(term: "penalty", alignment: .right),
    ]
    return Table(
      columns: columns, rows: parameters.map(row),
      footer: [[.text("total"), .empty, .empty, .empty, .empty, .empty, cell(total)]])
  }

  private func row(_ parameter: ParameterPenalty) -> [Table.Cell] {
    let numbers = [
      parameter.magnitudes, parameter.squares, parameter.l1, parameter.l2, parameter.value,
    ]
    return [
      .text("#\(parameter.layer) \(layers[parameter.layer - 1].text)"), .text(parameter.name),
    ]
      + numbers.map(cell)
  }

  private func cell(_ value: Double) -> Table.Cell {
    .number(value, text: text(value))
  }

  private func text(_ value: Double) -> String { NumberText.significant(value, digits: 4) }
}
