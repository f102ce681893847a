import TensorEngine

/// Data sets in files of NumPy's.
///
/// | inputs | read as |
/// | --- | --- |
/// | `[N]`, `[N, D]` | a table of 1 or D features |
/// | `[N, H, W]`, `[N, H, W, C]` | images of C channels; `uint8` stays bytes |
///
/// | targets, `[N]` or `[N, 1]` | read as |
/// | --- | --- |
/// | texts, truth values | classes |
/// | integers of at most 1000 kinds, each twice on average, or 0 and 1 | classes |
/// | whole floats of at most 20 kinds, likewise | classes |
/// | other numbers | values |
///
/// Targets `[N, K]` in which each row has one 1 and else 0 are classes (one-hot); others are K
/// values. Numbers must be finite and lie between -1e30 and 1e30.
public enum NumPyData {
  /// Inputs and targets from two .npy files.
  ///
  /// - Parameter kind: reads the targets as classes or values whatever they look like.
  /// - Throws: `DatasetError` with the file that can't be read or does not fit the other.
  public static func dataset(
    inputs: FileBytes, targets: FileBytes, kind: TargetKind? = nil
  ) throws(DatasetError) -> Dataset {
    let parts = [(try NPY.array(inputs), try NPY.array(targets))]
    return try dataset(
      parts, name: inputs.name, places: (inputs.name, targets.name), targetName: "y", kind: kind)
  }

  /// Inputs and targets from an .npz file, and its test set if it has one.
  ///
  /// Without names these pairs are looked for: x_train and y_train with x_test and y_test, as in
  /// Keras's `mnist.npz`; x and y; inputs and targets; images and labels; data and target; arr_0 and
  /// arr_1. Capitals do not matter.
  ///
  /// - Throws: `DatasetError` if there is no such pair, or if its arrays do not fit.
  public static func dataset(
    _ file: FileBytes, inputs: String? = nil, targets: String? = nil, kind: TargetKind? = nil
  ) throws(DatasetError) -> Dataset {
    let members = try NPZ.members(of: file)
    let pair = try ArrayPair(in: members, file: file.name, inputs: inputs, targets: targets)
    var parts = [(members[pair.inputs].array, members[pair.targets].array)]
    if let test = pair.test { parts.append((members[test.0].array, members[test.1].array)) }
    let place = { (index: Int) in "\(file.name), \(printable(members[index].name))" }
    return try dataset(
      parts, name: file.name, places: (place(pair.inputs), place(pair.targets)),
      targetName: printable(members[pair.targets].name), kind: kind)
  }

  private static func dataset(
    _ parts: [(inputs: NPYArray, targets: NPYArray)], name: String,
    places: (inputs: String, targets: String), targetName: String, kind: TargetKind?
  ) throws(DatasetError) -> Dataset {
    var shapes: [Shape] = []
    for part in parts {
      shapes.append(try InputArray.shape(of: part.inputs, file: places.inputs))
      let count = part.inputs.shape.dimensions[0]
      guard part.targets.shape.dimensions.first == count else {
        let found = part.targets.shape.dimensions.first ?? 1
        throw DatasetError(file: places.targets, .array(.targetCount(found, inputCount: count)))
      }
    }
    guard shapes.allSatisfy({ $0 == shapes[0] }) else {
      throw DatasetError(
        file: places.inputs, .array(.testShape(shapes[1], ofTraining: shapes[0])))
    }
    let inputs = try InputArray.inputs(parts.map(\.inputs), shape: shapes[0], file: places.inputs)
    let column = try TargetArray(parts.map(\.targets), file: places.targets)
    let (targets, classNames) = try column.targets(kind: kind)
    let first = parts[0].inputs.shape.dimensions[0]
    let isTable = shapes[0].rank == 1
    var dataset = try Dataset(
      name: name, inputShape: shapes[0], inputs: inputs, targets: targets,
      exampleKind: isTable ? .row : .image,
      featureNames: isTable ? (1...shapes[0].count).map { "x\($0)" } : [], classNames: classNames,
      targetName: targetName, testRows: parts.count > 1 ? first..<targets.rowCount : nil)
    if classNames.isEmpty { dataset.exactTargets = column.exactValues }
    dataset.notes = dataset.precisionNotes
    return dataset
  }
}

/// Which arrays of an archive are the inputs and the targets.
private struct ArrayPair {
  var inputs: Int
  var targets: Int
  var test: (Int, Int)?

  private static let known = [
    ("x_train", "y_train"), ("x", "y"), ("inputs", "targets"), ("images", "labels"),
    ("data", "target"), ("arr_0", "arr_1"),
  ]

  init(
    in members: [NPZ.Member], file: String, inputs: String?, targets: String?
  ) throws(DatasetError) {
    let names = members.map { printable($0.name) }
    if let inputs, let targets {
      self.inputs = try Self.index(of: inputs, in: names, file: file, option: "inputs")
      self.targets = try Self.index(of: targets, in: names, file: file, option: "target")
      return
    }
    let lowered = names.map { $0.lowercased() }
    let guess = Self.known.first { lowered.contains($0.0) && lowered.contains($0.1) }
    guard inputs == nil, targets == nil, let guess,
      let first = lowered.firstIndex(of: guess.0), let second = lowered.firstIndex(of: guess.1)
    else { throw DatasetError(file: file, .array(.noPair(names: names))) }
    (self.inputs, self.targets) = (first, second)
    if guess.0 == "x_train", let x = lowered.firstIndex(of: "x_test"),
      let y = lowered.firstIndex(of: "y_test")
    {
      test = (x, y)
    }
  }

  private static func index(
    of name: String, in names: [String], file: String, option: String
  ) throws(DatasetError) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    throw DatasetError(
      file: file, option: option, .unknownName(.init(.array, name, known: names)))
  }
}
