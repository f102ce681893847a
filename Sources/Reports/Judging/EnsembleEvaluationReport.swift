package import Charts
package import Tuning
package import Workbench

/// What `evaluate ensemble=` measured: what several networks are worth together on each split.
package struct EnsembleEvaluationReport: Report {
  /// What they are worth on one split.
  package struct Part: Sendable {
    /// Which split it is.
    package let part: DataInHand.Part
    /// How many examples it has.
    package let examples: Int
    /// The figures by which answers are judged.
    package let measures: [EnsembleAnswers.Measure]
    /// What the networks are worth together, in the order of the measures.
    package let figures: [Double]

    /// Judges what the members answered.
    package init(_ answers: EnsembleAnswers, on part: DataInHand.Part, examples: Int) {
      self.part = part
      self.examples = examples
      measures = answers.measures
      figures = answers.ensemble
    }
  }

  /// The names of the networks, in the order typed.
  package let names: [String]
  /// The splits, in order.
  package let parts: [Part]
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Puts together what was measured.
  package init(_ parts: [Part], of names: [String], looks: Int?) {
    self.parts = parts
    self.names = names
    self.looks = looks
  }

  package var document: Document {
    let list = names.joined(separator: ", ")
    return Document(
      [.facts([Fact("ensemble", .text(list), text: "ensemble of \(list)")]), .table(table)]
        + TestLock.blocks(looks: looks))
  }

  private var table: Table {
    let columns: [Table.Column] = [.init("split"), .init(term: "examples", alignment: .right)]
    return Table(
      columns: columns + EnsembleFigures.columns(parts.last?.measures ?? []),
      rows: parts.map { part in
        [.text(part.part.rawValue), .count(part.examples)]
          + EnsembleFigures.cells(part.figures, part.measures)
      })
  }
}
