import Charts
package import Networks

/// What answers to new rows are worth where their file has the true ones too.
package enum NewJudgement: Equatable, Sendable {
  /// So many of the rows with a label were named rightly; in some of the others the label is none
  /// that the network knows. `column` is what the target is called.
  case classes(right: Int, labelled: Int, unknown: Int, column: String)
  /// The rows with a true number, and what they are measured by.
  case numbers(NumberPredictions, column: String)

  /// The lines of it, with the file that they are about.
  func blocks(_ file: String) -> [Block] {
    switch self {
    case .classes(_, 0, _, let column),
      .numbers(_, let column) where count == 0:
      return [.text("\(file) has the column \(column), but nothing in it to judge by")]
    case .classes(let right, let labelled, let unknown, let column):
      let accuracy = Double(right) / Double(max(1, labelled))
      var facts = [
        Fact(
          "right", .count(right),
          text: "\(NumberText.count(right)) of \(NumberText.count(labelled)) as \(column) says"),
        Fact("accuracy", .fraction(accuracy)),
      ]
      if unknown > 0 {
        facts.append(
          Fact(
            "unknown", .count(unknown),
            text: "\(NumberText.count(unknown)) of a class that the network does not know"))
      }
      return [.facts(facts), caution]
    case .numbers(let predictions, let column):
      let figures = zip(ValueFigures.names, ValueFigures(predictions).values).map { name, value in
        Fact(
          named: name, .number(value), text: "\(name) \(TrainingText.number(value))", term: name)
      }
      let rows = Fact(
        "judged", .count(count), text: "\(NumberText.count(count)) rows have \(column)")
      return [.facts([rows] + figures), caution]
    }
  }

  private var count: Int {
    switch self {
    case .classes(_, let labelled, _, _): labelled
    case .numbers(let predictions, _): predictions.outputs.count
    }
  }

  private var caution: Block {
    .text("an honest figure only if the network has learned from none of these rows")
  }
}
