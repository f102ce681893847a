import TensorEngine

/// Refuses rows that are not there and targets that a loss cannot take.
enum RowCheck {
  /// - Throws: `outOfRange` for the first row that is not in the examples.
  static func check(_ rows: [Int32], of examples: Examples) throws(EngineError) {
    let count = examples.count
    for row in rows where row < 0 || Int(row) >= count {
      throw .outOfRange(what: "row", valid: "0 ..< \(count)", actual: Double(row))
    }
  }

  /// - Throws: `outOfRange` for numbers outside 0 to 1 under a cross-entropy, and for others than
  ///   -1 and 1 under a loss that compares signs.
  static func checkTargets(
    _ examples: Examples, rows: [Int32], for loss: Loss
  ) throws(EngineError) {
    let isSigns = loss.comparesSigns
    guard loss.givesProbabilities || isSigns,
      case .values(let values, let width) = examples.targets
    else { return }
    for row in rows {
      for value in values[Int(row) * width..<(Int(row) + 1) * width]
      where isSigns ? value != 1 && value != -1 : !(value >= 0 && value <= 1) {
        throw .outOfRange(
          what: "target", valid: isSigns ? "-1 or 1" : "0 to 1", actual: Double(value))
      }
    }
  }
}
