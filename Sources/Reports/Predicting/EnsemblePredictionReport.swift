package import Charts
package import Workbench

/// What each member of an ensemble makes of one input, and all together.
package struct EnsemblePredictionReport: Report {
  /// One of the networks.
  package struct Member: Equatable, Sendable {
    /// Its name.
    package let name: String
    /// What it says.
    package let answer: PredictionReport.Answer

    /// Puts together what a network says.
    package init(_ name: String, _ answer: PredictionReport.Answer) {
      self.name = name
      self.answer = answer
    }
  }

  /// The example that was asked; nil for an input that was typed.
  package let example: PredictionReport.Example?
  /// The networks, in the order typed.
  package let members: [Member]
  /// What they say together.
  package let together: PredictionReport.Answer
  /// The least probability of an answer; nil where all are taken.
  package let confidence: Double?
  /// How one of two classes was decided for; nil where the likeliest one is predicted.
  package let decision: Decision?
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Puts together what was asked and answered.
  package init(
    _ members: [Member], together: PredictionReport.Answer, to example: PredictionReport.Example?,
    confidence: Double?, decision: Decision? = nil, looks: Int?
  ) {
    self.example = example
    self.members = members
    self.together = together
    self.confidence = confidence
    self.decision = decision
    self.looks = looks
  }

  package var document: Document {
    var blocks = example.map { [Block.facts(PredictionReport.facts(of: $0))] } ?? []
    blocks.append(.table(table))
    blocks += DecisionText.blocks(of: decision)
    if let confidence, case .named(_, let probability?) = together {
      blocks.append(.facts([PredictionReport.fact(ofAnswer: probability, confidence)]))
    }
    return Document(blocks + TestLock.blocks(looks: looks))
  }

  private var table: Table {
    let answers: [Table.Column] =
      if case .named = together {
        [.init("predicted"), .init("probability", alignment: .right)]
      } else {
        [.init("output", alignment: .right)]
      }
    return Table(
      columns: [.init(term: "network")] + answers,
      rows: members.map { [.text($0.name)] + Self.cells($0.answer) },
      footer: [[.text("ensemble")] + Self.cells(together)])
  }

  /// The class and its probability, or the number.
  private static func cells(_ answer: PredictionReport.Answer) -> [Table.Cell] {
    switch answer {
    case .named(let name, let probability):
      [.text("class \(name)"), probability.map { .fraction($0) } ?? .empty]
    case .value(let output): [.number(output, text: TrainingText.number(output))]
    }
  }
}
