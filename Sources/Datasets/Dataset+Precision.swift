import TensorEngine

extension Dataset {
  /// What networks can't tell apart as long as it is not scaled: columns whose numbers are so large
  /// beside their differences that several become one in 32 bits.
  var precisionNotes: [String] {
    var notes: [String] = []
    if case .doubles(let values) = examples.inputs, !isImages {
      let width = examples.featureCount
      for column in 0..<width {
        let numbers = stride(from: column, to: values.count, by: width).map { values[$0] }
        guard let counts = Self.countsOfDifferent(numbers) else { continue }
        notes.append(
          "\(featureNames[column]) has \(counts.doubles) different numbers, but \(counts.floats) in "
            + "32 bits, as networks see it unscaled: scale standard keeps them apart")
      }
    }
    if !exactTargets.isEmpty, let counts = Self.countsOfDifferent(exactTargets) {
      notes.append(
        "\(targetName) has \(counts.doubles) different numbers, but \(counts.floats) in 32 bits, as "
          + "networks see it: subtract \(plainText(exactTargets.min() ?? 0)) from it in the file")
    }
    return notes
  }

  /// How many different numbers there are, and how many are left in 32 bits; nil where no number
  /// lies so far from zero that its differences are lost.
  private static func countsOfDifferent(
    _ numbers: [Double]
  ) -> (doubles: Int, floats: Int)? {
    let there = numbers.filter { !$0.isNaN }
    guard let least = there.min(), let greatest = there.max(),
      greatest - least < max(greatest.magnitude, least.magnitude) / 256
    else { return nil }
    let different = Set(there)
    let floats = Set(different.map { Float($0) })
    return floats.count < different.count ? (different.count, floats.count) : nil
  }
}
