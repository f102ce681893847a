import Datasets
import TensorEngine
import Testing

/// The error of a body that must throw one.
func failure(
  _ body: () throws -> some Any, sourceLocation: SourceLocation = #_sourceLocation
) -> DatasetError? {
  do {
    let value = try body()
    Issue.record("no error, but \(value)", sourceLocation: sourceLocation)
    return nil
  } catch let error as DatasetError {
    return error
  } catch {
    Issue.record("not a DatasetError: \(error)", sourceLocation: sourceLocation)
    return nil
  }
}

extension Dataset {
  /// The features, row after row.
  var floats: [Float] {
    switch examples.inputs {
    case .floats(let values): return values
    case .doubles(let values): return values.map { Float($0) }
    case .bytes: return []
    }
  }

  /// The features of a table in double precision, row after row.
  var doubles: [Double] {
    guard case .doubles(let values) = examples.inputs else { return [] }
    return values
  }

  /// The pixels, image after image.
  var bytes: [UInt8] {
    guard case .bytes(let values) = examples.inputs else { return [] }
    return values
  }

  /// The class of each row.
  var classes: [Int] {
    guard case .classes(let numbers, _) = examples.targets else { return [] }
    return numbers.map { Int($0) }
  }

  /// The target value of each row.
  var values: [Float] {
    guard case .values(let values, _) = examples.targets else { return [] }
    return values
  }
}

/// The table in a text.
func table(_ text: String, target: String? = nil, kind: TargetKind? = nil) throws -> Dataset {
  try table(text, TableOptions(target: target, kind: kind))
}

/// The table in a text, read as it is said.
func table(_ text: String, _ options: TableOptions) throws -> Dataset {
  try CSV.dataset(FileBytes(name: "t.csv", bytes: Array(text.utf8)), options)
}
