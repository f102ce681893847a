package import Charts
import Workbench

/// What `show batches` found: how an epoch takes the training examples.
package struct BatchesReport: Report {
  /// One batch.
  package struct Batch: Sendable {
    /// The rows of its examples, in the order of the epoch.
    package let rows: [Int32]
    /// How far its gradient lies from that of all examples; nil where that was not measured.
    package let distance: Double?

    /// Describes a batch.
    package init(rows: [Int32], distance: Double?) {
      self.rows = rows
      self.distance = distance
    }
  }

  /// The epoch, over the network's life.
  package let epoch: Int
  /// How many training examples there are.
  package let examples: Int
  /// How many examples a batch has, the last one perhaps fewer.
  package let size: Int
  /// How many batches the epoch has.
  package let count: Int
  /// The first of its batches.
  package let batches: [Batch]
  /// Whether gradients were measured.
  package let measuresGradients: Bool

  /// Puts together what was found.
  package init(
    epoch: Int, examples: Int, size: Int, count: Int, batches: [Batch], measuresGradients: Bool
  ) {
    self.epoch = epoch
    self.examples = examples
    self.size = size
    self.count = count
    self.batches = batches
    self.measuresGradients = measuresGradients
  }

  package var document: Document {
    var blocks: [Block] = [.facts(facts), .table(table)]
    if count > batches.count {
      let more = Wording.count(count - batches.count, "batch", plural: "batches")
      blocks.append(.text("… and \(more) more"))
    }
    let distances = batches.compactMap(\.distance)
    if !distances.isEmpty {
      let mean = distances.reduce(0, +) / Double(distances.count)
      blocks.append(
        .text(
          "off: the norm of the difference between the batch's gradient and that of all "
            + "examples, over the norm of the latter; mean \(NumberText.percent(mean, places: 0))"))
    }
    return Document(blocks)
  }

  private var facts: [Fact] {
    [
      Fact("epoch", .count(epoch), text: "epoch \(NumberText.count(epoch))"),
      Fact(
        "examples", .count(examples),
        text: "\(Wording.count(examples, "training example")) shuffled"),
      Fact("batches", .count(count), text: Wording.count(count, "batch", plural: "batches")),
    ]
  }

  private var table: Table {
    let columns: [Table.Column] = [
      .init(term: "batch", alignment: .right), .init("place in the epoch"),
      .init(term: "examples"), .init("size", alignment: .right),
    ]
    return Table(
      columns: columns + (measuresGradients ? [.init("gradient off", alignment: .right)] : []),
      rows: batches.enumerated().map(row))
  }

  private func row(_ index: Int, _ batch: Batch) -> [Table.Cell] {
    let first = index * size + 1
    let numbers = batch.rows.prefix(6).map { String($0 + 1) }.joined(separator: ", ")
    return [
      .count(index + 1), .text("\(first) to \(first + batch.rows.count - 1)"),
      .text(batch.rows.count > 6 ? "\(numbers), …" : numbers), .count(batch.rows.count),
    ]
      + (batch.distance.map { [.fraction($0, text: NumberText.percent($0, places: 0))] } ?? [])
  }
}
