import Charts
import Datasets
import TensorEngine
package import Workbench

/// What an example really is.
package enum ExampleTruth: Equatable, Sendable {
  /// One of the classes, by its name.
  case named(String)
  /// A number.
  case value(Double)

  /// The target of an example, by its place in the data.
  package init(ofRow row: Int, in data: DataInHand) {
    switch data.examples.targets {
    case .classes(let classes, _):
      self = .named(data.dataset.classNames.className(Int(classes[row])))
    case .values(_, let width): self = .value(data.dataset.targetNumbers[row * width])
    }
  }

  var fact: Fact {
    switch self {
    case .named(let name): Fact("truth", .text(name), text: "is class \(name)")
    case .value(let value):
      Fact("truth", .number(value), text: "is \(TrainingText.number(value))")
    }
  }
}
