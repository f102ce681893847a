/// A row of a course's checklist that a lesson shows, and where: `B10 split train=60%`.
package struct ShownRow: Sendable, Equatable {
  /// The row, "B10".
  package let row: String
  /// How a cell begins that shows it, or the name of a step, or a heading; empty for the whole lesson.
  package let place: String

  /// Reads it; nil for a text that begins with no row.
  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    guard let row = parts.first, Self.isRow(row) else { return nil }
    self.row = String(row)
    place = parts.count > 1 ? String(parts[1]).trimmedAtBothEnds : ""
  }

  /// Whether a text is a letter and a number: "B10".
  package static func isRow(_ text: some StringProtocol) -> Bool {
    guard let letter = text.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter)
    else { return false }
    let digits = text.utf8.dropFirst()
    return (1...3).contains(digits.count)
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
