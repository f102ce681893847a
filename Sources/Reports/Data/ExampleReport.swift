package import Charts
import Datasets
import TensorEngine
package import Workbench

/// What `show example` found: what goes in, and what it really is.
package struct ExampleReport: Report {
  /// What goes in.
  package enum Input: Equatable, Sendable {
    /// Numbers, in the units of the data.
    case features([Feature])
    /// An image, in grey.
    case image(ImageChart)
  }

  /// A number that goes in.
  package struct Feature: Equatable, Sendable {
    /// What it is called.
    package let name: String
    /// The number, in its unit; no number where it is missing.
    package let value: Double
    /// The number as its file has it.
    let text: String
  }

  /// The number of the example, from 1.
  package let number: Int
  /// What it really is.
  package let truth: ExampleTruth
  /// The number that it really is, as its file has it; nil for a class.
  private let valueText: String?
  /// What the target is called.
  package let targetName: String
  /// The split that it belongs to; nil where it belongs to none.
  package let part: DataInHand.Part?
  /// What goes in.
  package let input: Input

  /// Describes an example by its place in the data, from 0.
  package init(ofRow row: Int, in data: DataInHand) {
    number = row + 1
    truth = ExampleTruth(ofRow: row, in: data)
    valueText =
      if case .value(let value) = truth { FileNumber.text(value, of: data.dataset) } else { nil }
    targetName = data.dataset.targetName
    part = DataInHand.Part.allCases.first { data.rows(of: $0).contains(Int32(row)) }
    input =
      data.dataset.isImages
      ? .image(ExamplePicture.image(of: row, in: data))
      : .features(
        zip(data.dataset.featureNames, data.examples.rawInput(at: row)).map {
          Feature(name: $0, value: $1, text: FileNumber.text($1, of: data.dataset))
        })
  }

  package var document: Document {
    switch input {
    case .features(let features):
      return Document([
        .facts(
          facts
            + features.map {
              $0.value.isNaN
                ? Fact(named: $0.name, .text("missing"), text: "\($0.name) missing")
                : Fact(named: $0.name, .number($0.value), text: "\($0.name) \($0.text)")
            })
      ])
    case .image(var chart):
      chart.caption = facts.map(\.text).joined(separator: " · ")
      return Document([.chart(.image(chart))])
    }
  }

  /// "example 7 · class 1 · training split"
  private var facts: [Fact] {
    let target =
      switch truth {
      case .named(let name): Fact("class", .text(name), text: "class \(name)")
      case .value(let value):
        Fact(named: targetName, .number(value), text: "\(targetName) \(valueText ?? "")")
      }
    return [Fact("example", .count(number), text: "example \(number)"), target]
      + (part.map { [Fact("split", .text($0.rawValue), text: "\($0.rawValue) split")] } ?? [])
  }
}
