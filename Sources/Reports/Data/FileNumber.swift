import Charts
import Datasets
import TensorEngine

/// Numbers of a data set as the file holds them that it was read from.
enum FileNumber {
  /// All that a decimal number keeps on its way through a double.
  private static let fileDigits = 15

  /// A number of a data set: as in its file, or with so many digits where it was made and not read.
  static func text(_ value: Double, of dataset: Dataset, digits: Int = 6) -> String {
    NumberText.significant(value, digits: dataset.isExact ? max(digits, fileDigits) : digits)
  }

  /// The texts of a column of numbers, with as many digits as tell different ones apart.
  static func texts(_ values: [Double], digits: Int) -> [String] {
    NumberText.apart(values, digits: digits)
  }
}

extension Dataset {
  /// Whether its numbers are those of a file in double precision.
  fileprivate var isExact: Bool {
    if case .doubles = examples.inputs { true } else { false }
  }
}
