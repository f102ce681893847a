package import Charts
package import Datasets
package import TensorEngine
import Workbench

/// What `data` says of a data set that was made or read.
package struct DataReport: Report {
  /// What the data set is called.
  package let name: String
  /// How many examples it has.
  package let examples: Int
  /// What so many examples are called: "points".
  package let noun: String
  /// The shape of one input, without the batch.
  package let inputShape: Shape
  /// Whether the inputs are images.
  package let isImages: Bool
  /// The classes, with how many examples each has; none where the target is a number.
  package let classes: [ClassCount]
  /// What the target is called.
  package let targetName: String
  /// How many of the examples are a validation set of their own; nil where none are set apart.
  package let validationExamples: Int?
  /// How many of the examples are a test set of their own; nil where none are set apart.
  package let testExamples: Int?
  /// The positive class, where the student has chosen it.
  package let positive: String?
  /// How many examples each class has in each part, where the classes are folders; nil elsewhere.
  package let folders: ClassFolders?
  /// What else there is to know.
  package let notes: [DatasetNote]

  /// Describes a data set.
  package init(_ dataset: Dataset) {
    name = dataset.name
    examples = dataset.examples.count
    noun = dataset.noun(for: dataset.examples.count)
    inputShape = dataset.examples.inputShape
    isImages = dataset.isImages
    classes = dataset.classCounts
    targetName = dataset.targetName
    validationExamples = dataset.validationRows?.count
    testExamples = dataset.testRows?.count
    folders = dataset.listsClasses ? ClassFolders(dataset) : nil
    positive =
      dataset.isPositiveChosen ? dataset.positiveClass.map(dataset.classNames.className) : nil
    notes = dataset.notes
  }

  package var document: Document {
    let sentences = (folders?.sentences ?? []) + notes.map(Wording.sentence(for:))
    return Document([.facts(facts)] + sentences.map { .text($0) })
  }

  /// "circles · 400 points · 2 features · 2 classes (200 / 200)"
  var facts: [Fact] {
    var facts = [
      Fact("name", .text(name), text: name),
      Fact(
        "examples", .count(examples), text: "\(NumberText.count(examples)) \(noun)",
        term: "all examples"),
      input, target,
    ]
    if let positive { facts.append(MetricsReport.fact(positive: positive)) }
    for (part, count) in [("validation", validationExamples), ("test", testExamples)] {
      guard let count else { continue }
      facts.append(
        Fact(
          named: part, .count(count),
          text: "\(NumberText.count(count)) of them a \(part) set of its own",
          term: "\(part) examples"))
    }
    return facts
  }

  private var input: Fact {
    isImages
      ? Fact("shape", .text(inputShape.description), text: inputShape.description)
      : Fact(
        "features", .count(inputShape.count),
        text: Wording.count(inputShape.count, "feature"))
  }

  private var target: Fact {
    guard !classes.isEmpty else {
      return Fact("target", .text(targetName), text: "target \(targetName)", term: "target column")
    }
    let text = Wording.count(classes.count, "class", plural: "classes")
    let shares = classes.map { NumberText.count($0.count) }.joined(separator: " / ")
    return Fact(
      "classes", .count(classes.count), text: classes.count <= 5 ? "\(text) (\(shares))" : text)
  }
}
