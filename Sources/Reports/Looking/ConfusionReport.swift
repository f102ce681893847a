package import Charts
import Datasets
package import Networks
package import Workbench

/// What `show confusion` counted: which class was taken for which.
package struct ConfusionReport: Report {
  /// The split that was asked.
  package let part: DataInHand.Part
  /// How often each class was taken for each.
  package let confusion: ConfusionMatrix
  /// How one of two classes was decided for; nil where the likeliest one is predicted.
  package let decision: Decision?
  /// The names of the classes.
  package let names: [String]
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Puts together what was counted.
  package init(
    _ confusion: ConfusionMatrix, names: [String], on part: DataInHand.Part,
    decision: Decision? = nil, looks: Int?
  ) {
    self.decision = decision
    self.confusion = confusion
    self.names = names
    self.part = part
    self.looks = looks
  }

  package var document: Document {
    Document(
      [
        .facts(facts), .table(table),
        .text("a row for each true class, a column for each predicted one; below, the accuracy"),
      ] + TestLock.blocks(looks: looks))
  }

  package var explanation: Explanation {
    Explanation(figures: MistakeText(confusion, names: names).reading.map { [$0] } ?? [])
  }

  private var facts: [Fact] {
    let mistakes = MistakeText(confusion, names: names)
    var facts = [
      Fact("split", .text(part.rawValue), text: "\(part.rawValue) split"),
      Fact(confusion.total, "examples"),
      Fact(
        "correct", .count(confusion.correctCount),
        text: "\(NumberText.count(confusion.correctCount)) right"),
    ]
    if let decision { facts.append(DecisionText.fact(of: decision)) }
    if let count = mistakes.count, let text = mistakes.text {
      facts.append(Fact("worst", .count(count), text: text))
    }
    return facts
  }

  private var table: Table {
    let classes = 0..<confusion.classCount
    let columns: [Table.Column] =
      [.init("class")] + classes.map { .init(names.className($0), alignment: .right) }
      + [.init(term: "recall", alignment: .right)]
    let rows = classes.map { truth -> [Table.Cell] in
      [.text(names.className(truth))] + classes.map { .count(confusion[truth, $0]) }
        + [share(confusion.recall(of: truth).value)]
    }
    let precisions: [Table.Cell] =
      [.text("precision")] + classes.map { share(confusion.precision(of: $0).value) }
    return Table(
      columns: columns, rows: rows, footer: [precisions + [share(confusion.accuracy)]])
  }

  private func share(_ value: Double) -> Table.Cell {
    .fraction(value, text: NumberText.percent(value, places: 0))
  }
}
