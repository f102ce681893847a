package import Charts
import Datasets
import Networks
package import Workbench

/// What `predict csv` and `predict images` make of new examples: the first predictions, one a line,
/// how often each class was predicted, and what is left to a person.
package struct NewPredictionsReport: Report {
  /// The file or the folder, as it was typed.
  package let source: String
  /// What an example is called, and several.
  package let noun: (one: String, many: String)
  /// What each example is called where that is not its number: the names of image files.
  package let names: [String]
  /// What was predicted.
  package let predictions: PredictionsInHand
  /// How one of two classes was decided for; nil where the likeliest one is predicted.
  package let decision: Decision?
  /// What is said of how the file was read.
  package let notes: [String]
  /// What the answers are worth where the file has the true ones too.
  package let judgement: NewJudgement?
  /// How many lines there are at most.
  package let limit: Int

  /// Puts together what was asked and answered.
  package init(
    _ predictions: PredictionsInHand, from source: String, noun: (one: String, many: String),
    names: [String] = [], decision: Decision? = nil, notes: [String] = [],
    judgement: NewJudgement? = nil, limit: Int
  ) {
    self.predictions = predictions
    self.source = source
    self.noun = noun
    self.names = names
    self.decision = decision
    self.notes = notes
    self.judgement = judgement
    self.limit = limit
  }

  package var document: Document {
    var blocks: [Block] = [.facts(facts)] + notes.map { .text($0) }
    blocks.append(.table(first))
    blocks += listed.rest
    switch predictions.answers {
    case .classes(let classes, let names):
      blocks.append(.table(counts(of: classes, names: names)))
      if let confidence = predictions.confidence {
        blocks.append(.facts(left(of: classes, confidence)))
      }
    case .numbers: break
    }
    return Document(blocks + (judgement?.blocks(source) ?? []))
  }

  package var explanation: Explanation {
    Explanation(
      figures: [
        "The network is asked in the way that it learned: with its own scaling, its own texts, what "
          + "it fills in for missing values, and the names of its classes. The data in hand plays no "
          + "part."
      ])
  }

  /// "new.csv · 20 rows · decided for yes from 30%"
  private var facts: [Fact] {
    var facts = [
      Fact("source", .text(source), text: source),
      Fact(
        named: noun.many, .count(predictions.numbers.count),
        text: Wording.count(predictions.numbers.count, noun.one, plural: noun.many)),
    ]
    if let decision { facts.append(DecisionText.fact(of: decision)) }
    return facts
  }

  private var listed: ListedRows { ListedRows(limit: limit, of: predictions.numbers.count) }

  /// The first examples, one a line.
  private var first: Table {
    let number = Table.Column(noun.one, alignment: .right)
    let file = names.isEmpty ? [] : [Table.Column("file")]
    let places = Array(predictions.numbers.indices.prefix(listed.count))
    let heads = places.map { place in
      [Table.Cell.count(predictions.numbers[place])] + (names.isEmpty ? [] : [.text(names[place])])
    }
    switch predictions.answers {
    case .classes(let classes, let names):
      let sure: [Table.Column] =
        classes.areProbabilities ? [.init(term: "confidence", alignment: .right)] : []
      let person: [Table.Column] = predictions.confidence == nil ? [] : [.init("")]
      let rows = places.map { place -> [Table.Cell] in
        var row = heads[place] + [.text(names.className(Int(classes.predicted[place])))]
        if classes.areProbabilities { row.append(.fraction(classes.confidence(place))) }
        if let least = predictions.confidence {
          row.append(.text(classes.confidence(place) >= least ? "" : "left to a person"))
        }
        return row
      }
      return Table(columns: [number] + file + [.init("predicted")] + sure + person, rows: rows)
    case .numbers(let values, let width):
      let outputs = (0..<width).map { place in
        Table.Column(
          width == 1 ? predictions.targetName ?? "output" : "output \(place + 1)",
          alignment: .right)
      }
      let rows = places.map { place in
        heads[place]
          + values[place * width..<(place + 1) * width].map {
            Table.Cell.number($0, text: TrainingText.number($0))
          }
      }
      return Table(columns: [number] + file + outputs, rows: rows)
    }
  }

  /// How often each class was predicted.
  private func counts(of classes: ClassPredictions, names: [String]) -> Table {
    var counts = [Int](repeating: 0, count: classes.classCount)
    for number in classes.predicted { counts[Int(number)] += 1 }
    let columns: [Table.Column] = [
      .init("predicted"), .init(noun.many, alignment: .right), .init("share", alignment: .right),
    ]
    let rows = counts.indices.map { index -> [Table.Cell] in
      [
        .text(names.className(index)), .count(counts[index]),
        .fraction(Double(counts[index]) / Double(max(1, classes.count))),
      ]
    }
    return Table(columns: columns, rows: rows)
  }

  /// "17 answered · 3 left to a person: less sure than 90%"
  private func left(of classes: ClassPredictions, _ confidence: Double) -> [Fact] {
    let left = classes.unanswered(at: confidence).count
    let least = NumberText.significant(confidence * 100) + "%"
    return [
      Fact(
        "answered", .count(classes.count - left),
        text: "\(NumberText.count(classes.count - left)) answered"),
      Fact(
        "left", .count(left),
        text: "\(NumberText.count(left)) left to a person: less sure than \(least)"),
    ]
  }
}
