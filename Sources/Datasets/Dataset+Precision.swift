import TensorEngine

extension Dataset {
  /// What networks can't tell apart as long as it is not scaled: columns whose numbers are so large
  /// beside their differences that several become one in 32 bits.
  var precisionNotes: [DatasetNote] {
    var notes: [DatasetNote] = []
    if case .doubles(let values) = examples.inputs, !isImages {
      let width = examples.featureCount
      for column in 0..<width where !Interruption.current.isAsked() {
        let numbers = stride(from: column, to: values.count, by: width).map { values[$0] }
        guard let merged = Self.merged(numbers, of: featureNames[column]) else { continue }
        notes.append(.mergedFeature(merged))
      }
    }
    if let least = exactTargets.min(), let merged = Self.merged(exactTargets, of: targetName) {
      notes.append(.mergedTarget(merged, least: least))
    }
    return notes
  }

  /// How many different numbers there are, and how many are left in 32 bits; nil where no number
  /// lies so far from zero that its differences are lost.
  private static func merged(
    _ numbers: [Double], of column: String
  ) -> DatasetNote.MergedNumbers? {
    let there = numbers.filter { !$0.isNaN }
    guard let least = there.min(), let greatest = there.max(),
      greatest - least < max(greatest.magnitude, least.magnitude) / 256
    else { return nil }
    let different = Set(there)
    let floats = Set(different.map { Float($0) })
    guard floats.count < different.count else { return nil }
    return DatasetNote.MergedNumbers(
      column: column, different: different.count, in32Bits: floats.count)
  }
}
