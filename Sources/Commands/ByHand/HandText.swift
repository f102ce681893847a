import Charts
import Language
import Networks
import TensorEngine
import Workbench

/// What the commands that work by hand share: the batch in hand, and numbers of tensors.
enum HandText {
  /// The batch in hand, or an error that says how to take one up.
  static func batch(
    of hand: NetworkInHand, for arguments: Arguments
  ) throws(Diagnostic) -> BatchInHand {
    guard let batch = hand.batch else {
      throw Diagnostic(
        "\(arguments.definition.verb) needs a batch in hand", at: arguments.command.verb.range,
        hints: ["forward takes one through the network"])
    }
    return batch
  }

  static func trainer(
    _ network: Network, _ data: DataInHand, _ settings: TrainingSettings, _ execution: Execution
  ) -> Trainer {
    Trainer(
      network: network, examples: data.examples, trainingRows: data.rows(of: .training),
      validationRows: data.rows(of: .validation), settings: settings, pool: execution.settings.pool)
  }

  static func asking<Value>(
    _ arguments: Arguments, _ question: () throws(NetworkError) -> Value
  ) throws(Diagnostic) -> Value {
    do {
      return try question()
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
  }

  /// "loss 0.7132", with its parts where there is a penalty.
  static func loss(of pass: BatchPass) -> [Fact] {
    let total = Fact("loss", .number(pass.loss), text: "loss \(number(pass.loss))")
    guard pass.penalty != 0 else { return [total] }
    return [
      total,
      Fact("data_loss", .number(pass.dataLoss), text: "data loss \(number(pass.dataLoss))"),
      Fact("penalty", .number(pass.penalty), text: "penalty \(number(pass.penalty))"),
    ]
  }

  /// The columns of a table of tensors; see ``statistics(of:)``.
  static func columns(_ what: String) -> [Table.Column] {
    [.init(term: "layer"), .init(what)]
      + [
        .init("mean", alignment: .right), .init(term: "deviation", alignment: .right),
        .init("min", alignment: .right), .init("max", alignment: .right),
        .init(term: "zeros", alignment: .right),
      ]
  }

  /// The mean, deviation, smallest and largest of some numbers, and how many are exactly 0.
  static func statistics(of elements: [Float]) -> [Table.Cell] {
    let values = elements.map(Double.init)
    let count = Double(max(1, values.count))
    let mean = values.laneSum / count
    let deviation = (values.map { ($0 - mean) * ($0 - mean) }.laneSum / count).squareRoot()
    let least = values.reduce(.infinity) { $1 < $0 ? $1 : $0 }
    let greatest = values.reduce(-.infinity) { $1 > $0 ? $1 : $0 }
    return [mean, deviation, least, greatest].map { .number($0, text: number($0)) }
      + [.count(values.count { $0 == 0 })]
  }

  /// The square root of the sum of squares.
  static func norm(_ elements: [Float]) -> Double {
    elements.map { Double($0) * Double($0) }.laneSum.squareRoot()
  }

  static func number(_ value: Double) -> String {
    NumberText.significant(value, digits: 4)
  }
}
