import Datasets
import TensorEngine
package import Workbench

/// The columns of a table as the numbers of its training examples, in the units of the data: what the
/// file has, the features that were computed, and last the target, where that is a number.
package struct NumberColumns {
  /// One column.
  package struct Column {
    /// What it is called.
    package let name: String
    /// A number an example; NaN where it is missing.
    package let values: [Double]
    /// Whether it is what is to be predicted.
    package let isTarget: Bool
  }

  /// The columns in the order of the data.
  package let columns: [Column]
  /// The class of each example; nil where the target is a number.
  package let classes: [Int]?
  /// What the classes are called.
  package let classNames: [String]
  /// "200 training houses", or "200 houses" while nothing is set aside.
  package let amount: String
  /// The number of the class that is to be found, where there are two.
  package let positive: Int

  /// Takes them of a table; nil for images.
  package init?(of data: DataInHand) {
    let dataset = data.dataset
    guard !dataset.isImages, !dataset.columnNames.isEmpty else { return nil }
    let rows = data.rows(of: .training).map { Int($0) }
    let none = [Double](repeating: .nan, count: dataset.columnNames.count)
    let table = rows.mapUntilCalledOff(else: none) { dataset.columns(ofRow: $0) }
    var columns = dataset.columnNames.enumerated().map { place, name in
      Column(name: name, values: table.mapUntilCalledOff(else: .nan) { $0[place] }, isTarget: false)
    }
    if dataset.expansion != nil {
      let none = [Double](repeating: .nan, count: dataset.featureNames.count)
      let features = rows.mapUntilCalledOff(else: none) { dataset.examples.rawInput(at: $0) }
      for (place, name) in dataset.featureNames.enumerated()
      where !dataset.columnNames.contains(name) {
        columns.append(
          Column(
            name: name, values: features.mapUntilCalledOff(else: .nan) { $0[place] },
            isTarget: false))
      }
    }
    switch dataset.examples.targets {
    case .classes(let all, _): classes = rows.map { Int(all[$0]) }
    case .values(_, let width):
      classes = nil
      let targets = dataset.targetNumbers
      if width == 1 {
        columns.append(
          Column(name: dataset.targetName, values: rows.map { targets[$0] }, isTarget: true))
      }
    }
    self.columns = columns
    classNames = dataset.classNames
    let kind = rows.count < data.examples.count ? "training " : ""
    amount = "\(rows.count) \(kind)\(dataset.noun(for: rows.count))"
    positive = data.positiveClass(for: nil)
  }

  /// What the columns are called.
  package var names: [String] { columns.map(\.name) }
}

extension String {
  /// A name that is no longer than so many characters: its beginning where it is.
  func shortened(to limit: Int) -> String {
    count <= limit ? self : prefix(limit - 1) + "…"
  }
}
