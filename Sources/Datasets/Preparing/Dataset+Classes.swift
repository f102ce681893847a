import TensorEngine

extension Dataset {
  /// The examples of some classes alone: to learn the digits 0 to 4 first and 5 to 9 later.
  ///
  /// Rows and classes keep their order, and the classes are numbered anew from 0; their names stay.
  /// A validation or test set that the data came with keeps the same classes, and is gone if none of
  /// its rows is left.
  ///
  /// - Parameter names: The names of two or more classes, in any order; a name may come twice.
  /// - Throws: `DatasetError` about the option `classes`: for values of a regression, for a name
  ///   that no class has, for fewer than two classes, and where no training example is of them.
  public func keeping(classes names: [String]) throws(DatasetError) -> Dataset {
    guard case .classes(let classes, let count) = examples.targets else {
      throw choiceRefusal(.classes(.numbers(target: targetName)))
    }
    var numbers = [Int32?](repeating: nil, count: count)
    for name in names {
      guard let number = classNames.prefix(count).firstIndex(of: name) else {
        throw choiceRefusal(.unknownName(.init(.className, name, known: classNames)))
      }
      numbers[number] = 0
    }
    var kept: [String] = []
    for number in numbers.indices where numbers[number] != nil {
      numbers[number] = Int32(kept.count)
      kept.append(classNames[number])
    }
    guard kept.count > 1 else { throw choiceRefusal(.classes(.fewerThanTwo)) }
    let rows = classes.indices.filter { numbers[Int(classes[$0])] != nil }
    let trainingCount = rows.count { trainingRows.contains($0) }
    guard trainingCount > 0 else { throw choiceRefusal(.classes(.noTrainingExamples)) }
    let testCount = rows.count { testRows?.contains($0) == true }
    let testStart = rows.count - testCount
    var chosen = try Dataset(
      name: name, inputShape: examples.inputShape, inputs: examples.inputs(ofRows: rows),
      targets: .classes(rows.compactMap { numbers[Int(classes[$0])] }, count: kept.count),
      exampleKind: exampleKind, featureNames: featureNames, classNames: kept,
      targetName: targetName,
      validationRows: trainingCount < testStart ? trainingCount..<testStart : nil,
      testRows: testCount > 0 ? testStart..<rows.count : nil, notes: notes)
    chosen.table = table
    chosen.listsClasses = listsClasses
    return chosen
  }

  private func choiceRefusal(_ fault: DatasetError.Fault) -> DatasetError {
    DatasetError(file: name, option: "classes", fault)
  }
}

extension Examples {
  /// The raw inputs of some rows, one after the other.
  fileprivate func inputs(ofRows rows: [Int]) -> Inputs {
    func gathered<Element>(_ values: [Element]) -> [Element] {
      var kept: [Element] = []
      kept.reserveCapacity(rows.count * featureCount)
      var watch = InterruptionWatch()
      for row in rows where !watch.isAsked(weight: featureCount) {
        kept += values[row * featureCount..<(row + 1) * featureCount]
      }
      return kept
    }
    return switch inputs {
    case .floats(let values): .floats(gathered(values))
    case .doubles(let values): .doubles(gathered(values))
    case .bytes(let values): .bytes(gathered(values))
    }
  }
}
