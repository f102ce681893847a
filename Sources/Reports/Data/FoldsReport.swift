package import Charts
import Datasets
import TensorEngine
package import Workbench

/// What `folds 5` made: how many examples each fold has, and of which classes.
package struct FoldsReport: Report {
  private static let mostClasses = 6

  /// How many examples of each class each fold has; of numbers how many it has, as one class.
  package let counts: [[Int]]
  /// The names of the classes; empty for numbers.
  package let classNames: [String]
  /// What the examples are called.
  package let noun: String

  /// Counts the rows of some folds.
  package init(_ folds: [[Int32]], of data: DataInHand) {
    noun = data.dataset.exampleNoun
    switch data.examples.targets {
    case .classes(let classes, let count):
      classNames = (0..<count).map { data.dataset.classNames.className($0) }
      counts = folds.map { rows in
        rows.reduce(into: [Int](repeating: 0, count: count)) { $0[Int(classes[Int($1)])] += 1 }
      }
    case .values:
      classNames = []
      counts = folds.map { [$0.count] }
    }
  }

  package var document: Document {
    let shown = classNames.count <= Self.mostClasses ? classNames : []
    let columns =
      [
        Table.Column(term: "fold", alignment: .right),
        Table.Column(term: "examples", alignment: .right),
      ] + shown.map { Table.Column($0, alignment: .right) }
    let rows = counts.enumerated().map { place, counts in
      [Table.Cell.count(place + 1), .count(counts.reduce(0, +))]
        + (shown.isEmpty ? [] : counts.map { .count($0) })
    }
    let all = NumberText.count(counts.joined().reduce(0, +))
    let proportion = classNames.isEmpty ? "" : ", which all have each class in its proportion"
    return Document([
      .table(Table(columns: columns, rows: rows)),
      .text(
        "each of the \(all) training \(noun) is in one of \(counts.count) folds\(proportion); "
          + "evaluate folds trains by them"),
    ])
  }

  package var explanation: Explanation { Explanation(terms: ["cross-validation"]) }
}
