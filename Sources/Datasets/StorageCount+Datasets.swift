package import TensorEngine

extension StorageCount {
  /// Counts the numbers and names of a data set.
  package mutating func add(_ dataset: Dataset) {
    add(dataset.examples)
    add(dataset.exactTargets)
    add(texts: dataset.featureNames)
    add(texts: dataset.classNames)
    add(dataset.notes)
    switch dataset.origin {
    case .places(let places, let classes, _, _):
      add(places)
      add(classes)
    case .values(let values, _): add(values)
    case nil: break
    }
    add(dataset.computed?.table ?? [])
    for column in dataset.table?.columns ?? [] { add(texts: column.texts) }
  }

  /// Counts the rows of the three parts.
  package mutating func add(_ split: Split) {
    add(split.training)
    add(split.validation)
    add(split.test)
  }

  /// Counts columns of a table file.
  package mutating func add(_ columns: [NewRows.ReadColumn]) {
    for column in columns {
      switch column.cells {
      case .numbers(let numbers): add(numbers)
      case .texts(let places, let names):
        add(places)
        add(texts: names)
      }
    }
  }
}
