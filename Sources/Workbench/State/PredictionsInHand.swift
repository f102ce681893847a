package import Datasets
package import Networks
import TensorEngine

/// What the last `predict` of several examples came to: what `save predictions` writes.
package struct PredictionsInHand: Sendable {
  /// What was predicted.
  package enum Answers: Sendable {
    /// Classes by their names.
    case classes(ClassPredictions, names: [String])
    /// Numbers, `width` for each example.
    case numbers([Double], width: Int)
  }

  /// The examples by the words of the command: `new.csv`, `the validation split`.
  package let examples: String
  /// The network that was asked, or the ensemble.
  package let network: String
  /// What an example is called in the file: `row`, `example`.
  package let noun: String
  /// The number of each example, from 1.
  package let numbers: [Int]
  /// The columns that the examples came with, as they were read.
  package let columns: [NewRows.ReadColumn]
  /// What was predicted, in the order of the examples.
  package let answers: Answers
  /// The least confidence of an answer; nil where all are taken.
  package let confidence: Double?
  /// What is predicted, by its name.
  package let targetName: String?

  /// Puts together what was asked and answered; `numbers` and each column have an entry for each
  /// example.
  package init(
    _ answers: Answers, to examples: String, by network: String, noun: String, numbers: [Int],
    columns: [NewRows.ReadColumn], confidence: Double? = nil, targetName: String?
  ) {
    self.answers = answers
    self.examples = examples
    self.network = network
    self.noun = noun
    self.numbers = numbers
    self.columns = columns
    self.confidence = confidence
    self.targetName = targetName
  }
}

extension DataInHand {
  /// The columns of some examples as they were read; none of images.
  package func columns(ofRows rows: [Int32]) -> [NewRows.ReadColumn] {
    guard !dataset.isImages else { return [] }
    let names = dataset.columnNames
    let none = [Double](repeating: .nan, count: names.count)
    let values = rows.mapUntilCalledOff(else: none) { dataset.columns(ofRow: Int($0)) }
    guard let layout = dataset.columnLayout else {
      return names.indices.map { column in
        NewRows.ReadColumn(
          name: names[column], cells: .numbers(values.mapUntilCalledOff(else: .nan) { $0[column] }))
      }
    }
    return layout.places.map { column, places in
      let first = places.lowerBound
      switch column.kind {
      case .number:
        return NewRows.ReadColumn(name: column.name, cells: .numbers(values.map { $0[first] }))
      case .ordinal(let texts):
        let numbers = values.map { $0[first].isNaN ? -1 : Int32($0[first]) }
        return NewRows.ReadColumn(name: column.name, cells: .texts(numbers, names: texts))
      case .oneHot(let texts):
        let numbers = values.map { value in
          Int32(texts.indices.first { value[first + $0] == 1 } ?? -1)
        }
        return NewRows.ReadColumn(name: column.name, cells: .texts(numbers, names: texts))
      }
    }
  }

  /// The true answers of some examples, as a column.
  package func truths(ofRows rows: [Int32]) -> NewRows.ReadColumn? {
    switch examples.targets {
    case .classes(let classes, _):
      return NewRows.ReadColumn(
        name: dataset.targetName,
        cells: .texts(rows.map { classes[Int($0)] }, names: dataset.classNames))
    case .values(_, let width):
      guard width == 1 else { return nil }
      let numbers = dataset.targetNumbers
      return NewRows.ReadColumn(
        name: dataset.targetName, cells: .numbers(rows.map { numbers[Int($0)] }))
    }
  }
}
