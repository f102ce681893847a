package import Charts
package import TensorEngine
package import Workbench

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
  /// The picture file that was asked about; nil for anything else.
  package let picture: Picture?
  /// What the network says.
  package let answer: Answer
  /// The least probability of an answer; nil where all are taken.
  package let confidence: Double?
  /// How one of two classes was decided for; nil where the likeliest one is predicted.
  package let decision: Decision?
  /// How often the test split was looked at; nil where it was not looked at now.
  package let looks: Int?

  /// Puts together what was asked and answered.
  package init(
    _ answer: Answer, to example: Example?, confidence: Double?, decision: Decision? = nil,
    looks: Int?, picture: Picture? = nil
  ) {
    self.answer = answer
    self.example = example
    self.confidence = confidence
    self.decision = decision
    self.looks = looks
    self.picture = picture
  }

  package var document: Document {
    Document((picture?.blocks ?? []) + [.facts(asked + answered)] + TestLock.blocks(looks: looks))
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
      if let decision { facts.append(DecisionText.fact(of: decision)) }
      if let confidence { facts.append(Self.fact(ofAnswer: probability, confidence)) }
      return facts
    }
  }

  /// Whether a prediction is sure enough to be an answer.
  package static func fact(ofAnswer probability: Double, _ confidence: Double) -> Fact {
    let isAnswer = probability >= confidence
    let least = NumberText.significant(confidence * 100) + "%"
    return Fact(
      "answered", .flag(isAnswer),
      text: isAnswer ? "at least \(least): an answer" : "below \(least): left to a person",
      opensGroup: true)
  }
}

extension PredictionReport {
  /// A picture file, and what was made of it.
  package struct Picture: Sendable {
    private let file: String
    private let size: (height: Int, width: Int)
    private let taken: Shape

    /// A file whose image has so many pixels, and the shape that the network takes.
    package init(_ file: String, size: (height: Int, width: Int), taken: Shape) {
      self.file = file
      self.size = size
      self.taken = taken
    }

    /// "28 x 28 pixels, grey"
    package static func text(of shape: Shape) -> String {
      "\(shape.dimensions[0]) x \(shape.dimensions[1]) pixels, "
        + (shape.dimensions[2] == 1 ? "grey" : "in colour")
    }

    /// "five.png · 200 x 300 pixels · brought to 28 x 28 pixels, grey"
    var blocks: [Block] {
      [
        .facts([
          Fact("file", .text(file), text: file),
          Fact(
            "size", .list([.count(size.height), .count(size.width)]),
            text: "\(size.height) x \(size.width) pixels"),
          Fact(
            "taken", .list(taken.dimensions.map { .count($0) }),
            text: "taken as \(Self.text(of: taken))"),
        ])
      ]
    }
  }
}
