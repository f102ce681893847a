import Charts
package import Networks

/// The loss of a batch, in its parts.
package struct BatchLoss: Equatable, Sendable {
  /// The mean of the losses of its examples.
  package let dataLoss: Double
  /// What large weights add to it.
  package let penalty: Double
  /// Both together.
  package let total: Double

  /// Takes the loss from a pass of the batch.
  package init(_ pass: BatchPass) {
    dataLoss = pass.dataLoss
    penalty = pass.penalty
    total = pass.loss
  }

  /// "loss 0.7132", with its parts where there is a penalty.
  var facts: [Fact] {
    let loss = Fact("loss", .number(total), text: "loss \(Self.number(total))")
    guard penalty != 0 else { return [loss] }
    return [
      loss, Fact("data_loss", .number(dataLoss), text: "data loss \(Self.number(dataLoss))"),
      Fact("penalty", .number(penalty), text: "penalty \(Self.number(penalty))"),
    ]
  }

  /// A number of a batch as it is written.
  static func number(_ value: Double) -> String { NumberText.significant(value, digits: 4) }
}
