package import Charts
package import Datasets
import TensorEngine
import Workbench

/// The one line that says what a data set is.
package enum DataSummary {
  /// What a data set is, in a line, with its notes below.
  package static func document(of dataset: Dataset) -> Document {
    var document = Document([.facts(facts(of: dataset))])
    for note in dataset.notes { document.blocks.append(.text(note)) }
    return document
  }

  /// "circles · 400 points · 2 features · 2 classes (200 / 200)"
  package static func facts(of dataset: Dataset) -> [Fact] {
    let examples = dataset.examples
    var facts = [Fact("name", .text(dataset.name), text: dataset.name)]
    facts.append(
      Fact(
        "examples", .count(examples.count),
        text: "\(NumberText.count(examples.count)) \(dataset.noun(for: examples.count))"))
    if dataset.isImages {
      facts.append(
        Fact(
          "shape", .text(examples.inputShape.description),
          text: examples.inputShape.description))
    } else {
      facts.append(
        Fact(
          "features", .count(examples.featureCount),
          text: Wording.count(examples.featureCount, "feature")))
    }
    facts.append(target(of: dataset))
    if let testRows = dataset.testRows {
      facts.append(
        Fact(
          "test", .count(testRows.count),
          text: "\(NumberText.count(testRows.count)) of them a test set of its own"))
    }
    return facts
  }

  private static func target(of dataset: Dataset) -> Fact {
    let counts = dataset.classCounts
    guard !counts.isEmpty else {
      return Fact("target", .text(dataset.targetName), text: "target \(dataset.targetName)")
    }
    let classes = Wording.count(counts.count, "class", plural: "classes")
    let shares = counts.map { NumberText.count($0.count) }.joined(separator: " / ")
    return Fact(
      "classes", .count(counts.count), text: counts.count <= 5 ? "\(classes) (\(shares))" : classes)
  }
}
