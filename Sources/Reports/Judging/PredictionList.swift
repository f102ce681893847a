package import Charts
import Datasets
package import Networks
package import Workbench

/// `predict validation`: the predictions on a split, one a line.
package struct PredictionList {
  /// The split whose examples are listed.
  package let part: DataInHand.Part
  /// The data that the examples are of.
  package let data: DataInHand
  /// How many lines there are at most.
  package let limit: Int

  /// Makes it of its parts.
  package init(part: DataInHand.Part, data: DataInHand, limit: Int) {
    self.part = part
    self.data = data
    self.limit = limit
  }

  /// Classes; with a threshold, those that are not sure enough are left to a person.
  package func document(_ predictions: ClassPredictions, threshold: Double?) -> Document {
    threshold.map { document(predictions, threshold: $0) } ?? document(predictions)
  }

  /// Classes, in the order of the split.
  private func document(_ predictions: ClassPredictions) -> Document {
    let confusion = predictions.confusion
    let facts =
      size(predictions.count) + [
        Fact(
          "right", .count(confusion.correctCount),
          text: "\(NumberText.count(confusion.correctCount)) right")
      ]
    return Document([.facts(facts)] + table(Array(0..<predictions.count), of: predictions))
  }

  /// Classes where those that are not sure enough are left to a person.
  private func document(_ predictions: ClassPredictions, threshold: Double) -> Document {
    let coverage = predictions.coverage(at: threshold)
    let left = predictions.unanswered(at: threshold)
    let shares = [
      Fact("coverage", .fraction(coverage.share)), accuracy(coverage),
      Fact(
        "accuracy", .fraction(predictions.confusion.accuracy),
        text: "of all \(NumberText.percent(predictions.confusion.accuracy))"),
    ]
    let facts =
      size(predictions.count) + [
        Fact(
          "answered", .count(coverage.answered),
          text: "\(NumberText.count(coverage.answered)) answered"),
        Fact(
          "left", .count(left.count), text: "\(NumberText.count(left.count)) left to a person"),
      ]
    var document = Document([.facts(facts), .facts(shares)])
    if !left.isEmpty {
      let right = left.filter { predictions.isRight($0) }.count
      document.blocks.append(
        .text(
          "left to a person, the least sure first; \(NumberText.count(right)) of "
            + "\(NumberText.count(left.count)) would have been right:"))
      document.blocks += table(left, of: predictions)
    }
    return document
  }

  /// Numbers, in the order of the split.
  package func document(_ predictions: NumberPredictions) -> Document {
    let width = max(1, predictions.outputs.count / max(1, rows.count))
    let cells = rows.indices.prefix(limit).map { place -> [Table.Cell] in
      let (output, target) = (
        predictions.outputs[place * width], predictions.targets[place * width]
      )
      return [.count(Int(rows[place]) + 1)]
        + [output, target, output - target].map { .number($0, text: TrainingText.number($0)) }
    }
    let columns =
      [Table.Column(term: "example", alignment: .right)]
      + ["output", data.dataset.targetName, "miss"].map { .init($0, alignment: .right) }
    return Document(
      [.facts(size(rows.count)), .table(Table(columns: columns, rows: cells))]
        + rest(of: rows.count))
  }

  private var rows: [Int32] { data.rows(of: part) }

  private func size(_ count: Int) -> [Fact] {
    [Fact("split", .text(part.rawValue), text: "\(part.rawValue) split"), Fact(count, "examples")]
  }

  private func accuracy(_ coverage: Coverage) -> Fact {
    guard let accuracy = coverage.accuracy else {
      return Fact("answered_accuracy", .missing, text: "nothing is answered")
    }
    return Fact(
      "answered_accuracy", .fraction(accuracy),
      text: "accuracy of what is answered \(NumberText.percent(accuracy))")
  }

  /// The first of the examples at some places of the split.
  private func table(_ places: [Int], of predictions: ClassPredictions) -> [Block] {
    let hasConfidence = predictions.areProbabilities
    let columns: [Table.Column] =
      [.init(term: "example", alignment: .right), .init("predicted")]
      + (hasConfidence ? [.init(term: "confidence", alignment: .right)] : []) + [
        .init("class"), .init(""),
      ]
    let cells = places.prefix(limit).map { place -> [Table.Cell] in
      [.count(Int(rows[place]) + 1), .text(name(predictions.predicted[place]))]
        + (hasConfidence ? [.fraction(predictions.confidence(place))] : [])
        + [
          .text(name(predictions.truths[place])),
          .text(predictions.isRight(place) ? "" : "wrong"),
        ]
    }
    return [.table(Table(columns: columns, rows: cells))] + rest(of: places.count)
  }

  private func rest(of count: Int) -> [Block] {
    guard count > limit else { return [] }
    return [.text("… and \(NumberText.count(count - limit)) more; list=all shows them all")]
  }

  private func name(_ index: Int32) -> String { data.dataset.classNames.className(Int(index)) }
}
