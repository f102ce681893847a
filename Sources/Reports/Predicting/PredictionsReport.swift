package import Charts
import Datasets
package import Networks
package import Workbench

/// What `predict` makes of a split: the predictions, one a line.
package struct PredictionsReport: Report {
  /// What was predicted.
  package enum Answers: Sendable {
    /// Classes; with a least confidence, those that are not sure enough are left to a person.
    case classes(ClassPredictions, confidence: Double?)
    /// Numbers.
    case numbers(NumberPredictions)
  }

  /// The split whose examples are listed.
  package let part: DataInHand.Part
  /// The places of its examples in the data, from 0.
  package let rows: [Int32]
  /// The names of the classes; none where the target is a number.
  package let classNames: [String]
  /// What the target is called.
  package let targetName: String
  /// What was predicted, in the order of the split.
  package let answers: Answers
  /// How one of two classes was decided for; nil where the likeliest one is predicted.
  package let decision: Decision?
  /// How many lines there are at most.
  package let limit: Int
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Puts together what was asked and answered.
  package init(
    _ answers: Answers, on part: DataInHand.Part, of data: DataInHand, decision: Decision? = nil,
    limit: Int, looks: Int?
  ) {
    self.part = part
    rows = data.rows(of: part)
    classNames = data.dataset.classNames
    targetName = data.dataset.targetName
    self.answers = answers
    self.decision = decision
    self.limit = limit
    self.looks = looks
  }

  package var document: Document {
    let blocks =
      switch answers {
      case .classes(let predictions, let confidence?): blocks(predictions, confidence)
      case .classes(let predictions, nil): blocks(predictions)
      case .numbers(let predictions): blocks(predictions)
      }
    return Document(blocks + TestLock.blocks(looks: looks))
  }

  /// Classes, in the order of the split.
  private func blocks(_ predictions: ClassPredictions) -> [Block] {
    let confusion = predictions.confusion
    let facts =
      size(predictions.count) + [
        Fact(
          "right", .count(confusion.correctCount),
          text: "\(NumberText.count(confusion.correctCount)) right")
      ] + (decision.map { [DecisionText.fact(of: $0)] } ?? [])
    return [.facts(facts)] + table(Array(0..<predictions.count), of: predictions)
  }

  /// Classes where those that are not sure enough are left to a person.
  private func blocks(_ predictions: ClassPredictions, _ confidence: Double) -> [Block] {
    let coverage = predictions.coverage(at: confidence)
    let left = predictions.unanswered(at: confidence)
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
      ] + (decision.map { [DecisionText.fact(of: $0)] } ?? [])
    guard !left.isEmpty else { return [.facts(facts), .facts(shares)] }
    let right = left.filter { predictions.isRight($0) }.count
    let head = Block.text(
      "left to a person, the least sure first; \(NumberText.count(right)) of "
        + "\(NumberText.count(left.count)) would have been right:")
    return [.facts(facts), .facts(shares), head] + table(left, of: predictions)
  }

  /// Numbers, in the order of the split.
  private func blocks(_ predictions: NumberPredictions) -> [Block] {
    let width = max(1, predictions.outputs.count / max(1, rows.count))
    let cells = rows.indices.prefix(ListedRows(limit: limit, of: rows.count).count).map {
      place -> [Table.Cell] in
      let (output, target) = (
        predictions.outputs[place * width], predictions.targets[place * width]
      )
      return [.count(Int(rows[place]) + 1)]
        + [output, target, output - target].map { .number($0, text: TrainingText.number($0)) }
    }
    let columns =
      [Table.Column(term: "example", alignment: .right)]
      + ["output", targetName, "miss"].map { .init($0, alignment: .right) }
    return [.facts(size(rows.count)), .table(Table(columns: columns, rows: cells))]
      + ListedRows(limit: limit, of: rows.count).rest
  }

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
    let cells = places.prefix(ListedRows(limit: limit, of: places.count).count).map {
      place -> [Table.Cell] in
      [.count(Int(rows[place]) + 1), .text(name(predictions.predicted[place]))]
        + (hasConfidence ? [.fraction(predictions.confidence(place))] : [])
        + [
          .text(name(predictions.truths[place])),
          .text(predictions.isRight(place) ? "" : "wrong"),
        ]
    }
    return [.table(Table(columns: columns, rows: cells))]
      + ListedRows(limit: limit, of: places.count).rest
  }

  private func name(_ index: Int32) -> String { classNames.className(Int(index)) }
}
