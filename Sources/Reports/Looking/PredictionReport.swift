package import Charts

/// What a network makes of one input.
package struct PredictionReport: Report {
  /// What it says.
  package enum Answer: Equatable, Sendable {
    /// One of the classes, and how sure it is; nil where it gives no probabilities.
    case named(String, probability: Double?)
    /// A number.
    case value(Double)
  }

  /// An example of the data, by its number from 1, and what it really is.
  package typealias Example = (number: Int, truth: ExampleTruth)

  /// The example that was asked; nil for an input that was typed.
  package let example: Example?
  /// What the network says.
  package let answer: Answer
  /// The least probability of an answer; nil where all are taken.
  package let threshold: Double?
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Puts together what was asked and answered.
  package init(_ answer: Answer, to example: Example?, threshold: Double?, looks: Int?) {
    self.answer = answer
    self.example = example
    self.threshold = threshold
    self.looks = looks
  }

  package var document: Document {
    Document([.facts(asked + answered)] + TestLock.blocks(looks: looks))
  }

  private var asked: [Fact] { example.map(Self.facts) ?? [] }

  /// "example 7 · is class 1"
  package static func facts(of example: Example) -> [Fact] {
    [
      Fact("example", .count(example.number), text: "example \(example.number)"),
      example.truth.fact,
    ]
  }

  private var answered: [Fact] {
    switch answer {
    case .value(let value):
      return [Fact("output", .number(value), text: "output \(TrainingText.number(value))")]
    case .named(let name, let probability):
      var facts = [Fact("prediction", .text(name), text: "predicted class \(name)")]
      guard let probability else { return facts }
      facts.append(Fact("probability", .fraction(probability)))
      if let threshold { facts.append(Self.fact(ofAnswer: probability, threshold)) }
      return facts
    }
  }

  /// Whether a prediction is sure enough to be an answer.
  package static func fact(ofAnswer probability: Double, _ threshold: Double) -> Fact {
    let isAnswer = probability >= threshold
    let least = NumberText.significant(threshold * 100) + "%"
    return Fact(
      "answered", .flag(isAnswer),
      text: isAnswer ? "at least \(least): an answer" : "below \(least): left to a person",
      opensGroup: true)
  }
}
