/// What becomes of the missing values of a table.
public enum MissingValues: String, CaseIterable, Sendable, Codable {
  /// A table with missing values is refused.
  case refuse
  /// Rows with a missing value are left out.
  case drop
  /// The mean of the training examples' values stands for a missing number.
  case mean
  /// Their median does.
  case median
  /// Their most frequent value does; the least one of several.
  case mode
  /// As `mean`, and a feature of its own is 1 where a value was missing, and else 0.
  case flag

  /// The marks of a missing value, in small letters.
  private static let marks: Set<String> = [
    "", "?", "-", "--", ".", "na", "n/a", "n.a.", "k.a.", "<na>", "#n/a", "#na", "nan", "-nan",
    "null",
    "(null)", "none", "nil", "\\n", "#div/0!", "#value!", "#ref!", "#num!", "#name?", "#null!",
  ]

  /// The bytes of the longest mark.
  static let longestMark = 7

  /// What a mark can begin with.
  static let firstBytes = Array("?-.nNkK<#(\\".utf8)

  /// Whether a cell says that its value is missing.
  static func isMark(_ text: String) -> Bool {
    text.utf8.count <= longestMark && marks.contains(text.lowercased())
  }
}
