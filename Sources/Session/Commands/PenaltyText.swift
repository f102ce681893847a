import Charts
import Language
import Networks
import TensorEngine

/// Penalties as formulas, each with its convention.
struct PenaltyText {
  let settings: TrainingSettings
  /// The number of training examples.
  let examples: Int

  /// "0.01 * sum(w^2)" for each penalty of the training that is at work.
  var formulas: [String] {
    let all: [(Double, String)] = [
      (settings.l1, "\(number(settings.l1)) * sum(|w|)"),
      (settings.lambda1, "\(number(settings.lambda1)) / \(examples) * sum(|w|)"),
      (settings.l2, "\(number(settings.l2)) * sum(w^2)"),
      (settings.lambda, "\(number(settings.lambda)) / (2 * \(examples)) * sum(w^2)"),
    ]
    return all.filter { $0.0 != 0 }.map(\.1)
  }

  /// A sentence for each penalty of the training: its formula, its gradient, and what it is in the
  /// other convention.
  var sentences: [String] {
    let m = Double(max(1, examples))
    var sentences: [String] = []
    if settings.l1 != 0 {
      sentences.append(
        "l1=\(number(settings.l1)) (Keras's L1) adds \(number(settings.l1)) * sum(|w|); "
          + "its gradient is \(number(settings.l1)) * sign(w). "
          + "In the form lambda1 / m it is lambda1=\(number(settings.l1 * m)).")
    }
    if settings.lambda1 != 0 {
      sentences.append(
        "lambda1=\(number(settings.lambda1)) (L1) adds lambda1 / m * sum(|w|) with m = \(examples) "
          + "training examples; its gradient is lambda1 / m * sign(w). "
          + "Keras's l1 for it is \(number(settings.lambda1 / m)).")
    }
    if settings.l2 != 0 {
      sentences.append(
        "l2=\(number(settings.l2)) (Keras's L2) adds \(number(settings.l2)) * sum(w^2), without a "
          + "half; its gradient is \(number(2 * settings.l2)) * w. "
          + "In the form lambda / (2 m) it is lambda=\(number(2 * settings.l2 * m)).")
    }
    if settings.lambda != 0 {
      sentences.append(
        "lambda=\(number(settings.lambda)) (L2) adds lambda / (2 m) * sum(w^2) with "
          + "m = \(examples) training examples; its gradient is lambda / m * w. "
          + "Keras's l2 for it is \(number(settings.lambda / (2 * m))).")
    }
    if formulas.count > 1 || (settings.l1 + settings.lambda1) * (settings.l2 + settings.lambda) > 0
    {
      sentences.append("L1 and L2 together are called elastic net.")
    }
    if !formulas.isEmpty {
      sentences.append(
        settings.penalizesBias
          ? "Biases are penalized too." : "Biases are not penalized (penalize_bias=no).")
    }
    if let limit = settings.maxNorm {
      sentences.append(
        "max_norm=\(number(limit)) adds nothing to the loss: after each step, the weights into a "
          + "unit are shortened to norm \(number(limit)) where they are longer.")
    }
    return sentences
  }

  private func number(_ value: Double) -> String { NumberText.significant(value, digits: 6) }
}

/// `show penalty`: what each layer adds to the loss, and by which formula.
enum PenaltyTable {
  static func document(of hand: NetworkInHand, examples: Int) -> Document {
    let network = hand.network
    let settings = hand.settings ?? TrainingSettings()
    let penalty = settings.penalty(examples: examples)
    var rows: [[Table.Cell]] = []
    var total = 0.0
    for (index, layer) in network.summaries.enumerated() {
      let specifications = network.layers[index].parameters(for: layer.inputShape)
      for (place, specification) in specifications.enumerated() {
        let isPenalized =
          specification.role == .kernel
          || (specification.role == .bias && penalty.penalizesBias)
        guard isPenalized else { continue }
        let l1 = specification.l1 + penalty.l1
        let l2 = specification.l2 + penalty.l2
        let weights = network.parameters[index].tensors[place].elements.map { Double($0) }
        let magnitudes = weights.map { $0.magnitude }.laneSum
        let squares = weights.map { $0 * $0 }.laneSum
        let value = l1 * magnitudes + l2 * squares
        total += value
        rows.append([
          .text("#\(layer.number) \(layer.text)"), .text(specification.name),
          cell(magnitudes), cell(squares), cell(l1), cell(l2), cell(value),
        ])
      }
    }
    let columns: [Table.Column] = [
      .init("layer"), .init("parameter"), .init("sum(|w|)", alignment: .right),
      .init("sum(w^2)", alignment: .right), .init("l1", alignment: .right),
      .init("l2", alignment: .right), .init("penalty", alignment: .right),
    ]
    let footer: [[Table.Cell]] = [
      [.text("total"), .empty, .empty, .empty, .empty, .empty, cell(total)]
    ]
    var document = Document([.table(Table(columns: columns, rows: rows, footer: footer))])
    document.blocks += PenaltyText(settings: settings, examples: examples).sentences.map {
      .text($0)
    }
    if total == 0 {
      document.blocks.append(
        .text("Nothing is penalized: train l2=0.01 or add dense 8 tanh l2=0.01 does."))
    }
    return document
  }

  private static func cell(_ value: Double) -> Table.Cell {
    .number(value, text: NumberText.significant(value, digits: 4))
  }
}
