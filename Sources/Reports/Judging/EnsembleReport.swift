package import Charts
package import Tuning
package import Workbench

/// What `ensemble` measured: what several networks are worth together, beside each of them.
package struct EnsembleReport: Report {
  /// One of the networks.
  package struct Member: Equatable, Sendable {
    /// Its name.
    package let name: String
    /// What it is worth by itself, in the order of the measures.
    package let figures: [Double]
  }

  /// The split that was asked, and how many examples it has.
  package let part: DataInHand.Part
  /// How many examples the split has.
  package let examples: Int
  /// The figures by which answers are judged.
  package let measures: [EnsembleAnswers.Measure]
  /// The networks, in the order typed.
  package let members: [Member]
  /// What they are worth together, in the order of the measures.
  package let together: [Double]
  /// On how many examples all choose the same class; nil where the answers are numbers.
  package let agreements: Int?
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Judges what the members answered.
  package init(
    _ answers: EnsembleAnswers, of names: [String], on part: DataInHand.Part, examples: Int,
    looks: Int?
  ) {
    self.part = part
    self.examples = examples
    measures = answers.measures
    members = zip(names, answers.figures).map { Member(name: $0, figures: $1) }
    together = answers.ensemble
    agreements = answers.agreements
    self.looks = looks
  }

  /// The means of the members' figures, in the order of the measures.
  package var means: [Double] {
    measures.indices.map { place in
      members.reduce(0) { $0 + $1.figures[place] } / Double(members.count)
    }
  }

  package var document: Document {
    Document([.facts(facts), .table(table)] + TestLock.blocks(looks: looks))
  }

  package var explanation: Explanation {
    let answers =
      agreements == nil
      ? "its output is the mean of the \(members.count) outputs"
      : "a class has the mean of its \(members.count) probabilities, and the likeliest one is said"
    return Explanation(figures: [
      "The ensemble answers each example anew: \(answers).",
      "\"mean of these\" is the mean of the figures above it, and no network answers so.",
    ])
  }

  private var facts: [Fact] {
    let facts = [
      Fact("networks", .count(members.count), text: "\(members.count) networks"),
      Fact("split", .text(part.rawValue), text: "\(part.rawValue) split"),
      Fact(examples, "examples"),
    ]
    guard let agreements else { return facts }
    let text = "all agree on \(NumberText.count(agreements))"
    return facts + [Fact("agreements", .count(agreements), text: text)]
  }

  /// A row for each member, then their mean and the ensemble.
  private var table: Table {
    func row(_ name: String, _ figures: [Double]) -> [Table.Cell] {
      [.text(name)] + EnsembleFigures.cells(figures, measures)
    }
    return Table(
      columns: [.init(term: "network")] + EnsembleFigures.columns(measures),
      rows: members.map { row($0.name, $0.figures) },
      footer: [row("mean of these", means), row("ensemble", together)])
  }
}
