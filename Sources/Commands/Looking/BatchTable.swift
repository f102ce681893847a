import Charts
import Language
import Networks
import TensorEngine
import Workbench

/// `show batches`: how an epoch takes the training examples, batch by batch, and how far the
/// gradient of each batch lies from the gradient of all examples.
enum BatchTable {
  static let options = [batch.definition, epoch.definition]

  private static let batch = CommandOption<Amount>.countOrAll(
    "batch", standard: "the last training's, or 32", meaning: "show batches: examples a step")
  private static let epoch = CommandOption<Int>.count(
    "epoch", in: 1...1_000_000, standard: "the next one", meaning: "show batches: which epoch")

  /// The most batches that are listed.
  private static let shownBatches = 10

  static func document(
    _ execution: Execution, _ arguments: Arguments
  ) throws(Diagnostic) -> Document {
    let data = try execution.data(for: arguments)
    let hand = execution.state.network
    let epoch = try arguments.value(of: epoch) ?? (hand?.network.training.epochs ?? 0) + 1
    let rows = data.rows(of: .training)
    let order = EpochOrder.rows(rows, epoch: epoch, seed: execution.state.seed)
    let size = try batchSize(arguments, hand, rows.count)
    let batches = stride(from: 0, to: order.count, by: max(1, size)).map {
      Array(order[$0..<min($0 + size, order.count)])
    }
    let meter = try GradientMeter(hand?.network, data, rows, execution, arguments)
    var distances: [Double] = []
    var cells: [[Table.Cell]] = []
    for (index, batch) in batches.prefix(shownBatches).enumerated() {
      let distance = try meter?.distance(of: batch)
      if let distance { distances.append(distance) }
      cells.append(row(index, batch, size: size, distance))
    }
    var document = Document([
      .facts(facts(epoch, rows.count, batches, data)),
      .table(Table(columns: columns(hasMeter: meter != nil), rows: cells)),
    ])
    if batches.count > cells.count {
      document.blocks.append(
        .text(
          "… and \(Wording.count(batches.count - cells.count, "batch", plural: "batches")) more"))
    }
    if !distances.isEmpty {
      let mean = distances.reduce(0, +) / Double(distances.count)
      document.blocks.append(
        .text(
          "off: the norm of the difference between the batch's gradient and that of all "
            + "examples, over the norm of the latter; mean \(NumberText.percent(mean, places: 0))"))
    }
    return document
  }

  private static func batchSize(
    _ arguments: Arguments, _ hand: NetworkInHand?, _ count: Int
  ) throws(Diagnostic) -> Int {
    switch try arguments.value(of: batch) {
    case .all?: return max(1, count)
    case .count(let size)?: return size
    case nil: break
    }
    guard let settings = hand?.settings else { return TrainingSettings().batchSize ?? 32 }
    return settings.batchSize ?? max(1, count)
  }

  private static func facts(
    _ epoch: Int, _ count: Int, _ batches: [[Int32]], _ data: DataInHand
  ) -> [Fact] {
    [
      Fact("epoch", .count(epoch), text: "epoch \(NumberText.count(epoch))"),
      Fact(
        "examples", .count(count), text: "\(Wording.count(count, "training example")) shuffled"),
      Fact(
        "batches", .count(batches.count),
        text: Wording.count(batches.count, "batch", plural: "batches")),
    ]
  }

  private static func columns(hasMeter: Bool) -> [Table.Column] {
    let columns: [Table.Column] = [
      .init("batch", alignment: .right), .init("place in the epoch"), .init("examples"),
      .init("size", alignment: .right),
    ]
    return columns + (hasMeter ? [.init("gradient off", alignment: .right)] : [])
  }

  private static func row(
    _ index: Int, _ batch: [Int32], size: Int, _ distance: Double?
  ) -> [Table.Cell] {
    let first = index * size + 1
    let numbers = batch.prefix(6).map { String($0 + 1) }.joined(separator: ", ")
    return [
      .count(index + 1), .text("\(first) to \(first + batch.count - 1)"),
      .text(batch.count > 6 ? "\(numbers), …" : numbers), .count(batch.count),
    ] + (distance.map { [.fraction($0, text: NumberText.percent($0, places: 0))] } ?? [])
  }
}

/// Measures how far the gradient of a batch lies from that of all training examples.
private struct GradientMeter {
  private let network: Network
  private let examples: Examples
  private let whole: [Double]
  private let norm: Double
  private let arguments: Arguments

  /// Nil where there is no network that fits the data.
  init?(
    _ network: Network?, _ data: DataInHand, _ rows: [Int32], _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) {
    guard let network, !network.layers.isEmpty, network.parameterCount > 0,
      network.inputShape == data.examples.inputShape,
      let gradients = try? network.gradients(
        data.examples, rows: rows, pool: execution.settings.pool)
    else { return nil }
    self.network = network
    self.arguments = arguments
    examples = data.examples
    whole = Self.flat(gradients)
    norm = Self.norm(whole)
    guard norm > 0, norm.isFinite else { return nil }
  }

  /// The norm of the difference, over the norm of the gradient of all examples.
  func distance(of rows: [Int32]) throws(Diagnostic) -> Double {
    do {
      let gradient = Self.flat(try network.gradients(examples, rows: rows))
      return Self.norm(zip(gradient, whole).map { $0 - $1 }) / norm
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
  }

  private static func flat(_ gradients: Gradients) -> [Double] {
    gradients.layers.flatMap { $0.flatMap { $0.elements.map(Double.init) } }
  }

  private static func norm(_ values: [Double]) -> Double {
    values.map { $0 * $0 }.laneSum.squareRoot()
  }
}
