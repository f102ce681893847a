package import Charts
package import Networks
package import Workbench

/// What `show metrics` measured: what a network is worth on each split.
package struct MetricsReport: Report {
  /// What it is worth on one split.
  package struct Part: Sendable {
    /// Which split it is.
    package let part: DataInHand.Part
    /// The figures, by the measures that fit the targets.
    package let figures: MetricTable.Figures
    /// Which class was taken for which; nil where the targets are numbers.
    package let confusion: ConfusionMatrix?

    /// Measures classes.
    ///
    /// - Parameters:
    ///   - positive: The class, of two, that precision, recall and F1 tell of.
    ///   - decision: How that is decided for; nil for the likeliest class.
    package init(
      _ part: DataInHand.Part, _ predictions: ClassPredictions, loss: Double, positive: Int,
      decision: Decision? = nil
    ) {
      self.part = part
      figures = MetricTable.figures(
        predictions, loss: loss, positive: positive, decision: decision)
      confusion = predictions.decided(by: decision).confusion
    }

    /// Measures numbers.
    package init(_ part: DataInHand.Part, _ predictions: NumberPredictions, loss: Double) {
      self.part = part
      figures = MetricTable.figures(predictions, loss: loss)
      confusion = nil
    }
  }

  /// The splits, in order.
  package let parts: [Part]
  /// Whether the classes are shown one by one.
  package let showsClasses: Bool
  /// The names of the classes.
  package let classNames: [String]
  /// The name of the positive class of two; nil where there are not two classes.
  package let positive: String?
  /// How the positive one was decided for; nil where the likeliest class is predicted.
  package let decision: Decision?
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Puts together what was measured.
  package init(
    parts: [Part], showsClasses: Bool, classNames: [String], positive: String?,
    decision: Decision? = nil, looks: Int?
  ) {
    self.decision = decision
    self.parts = parts
    self.positive = positive
    self.showsClasses = showsClasses
    self.classNames = classNames
    self.looks = looks
  }

  /// "positive class: yes".
  static func fact(positive name: String) -> Fact {
    Fact("positive_class", .text(name), text: "positive class: \(name)")
  }

  package var document: Document {
    var blocks: [Block] = [
      .table(MetricTable.table(parts.map { ($0.part.rawValue, $0.figures) }))
    ]
    if let positive {
      blocks.append(
        .facts(
          [Self.fact(positive: positive)] + (decision.map { [DecisionText.fact(of: $0)] } ?? [])))
    }
    if showsClasses, let confusion = parts.last?.confusion {
      blocks.append(.table(MetricTable.classes(confusion, names: classNames)))
    }
    for part in parts {
      blocks += part.figures.gaps.map {
        .text(MetricTable.note(of: $0, on: part.part.rawValue, names: classNames))
      }
    }
    return Document(blocks + TestLock.blocks(looks: looks))
  }
}
