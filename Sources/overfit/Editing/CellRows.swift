/// The rows of a cell of several lines, for the keys that go up and down in it.
enum CellRows {
  /// How many characters the cursor goes back to stand in the row above, in its column if there is
  /// one; nil in the first row.
  static func stepUp(left: String) -> Int? {
    let rows = rows(left)
    guard rows.count > 1 else { return nil }
    let (column, above) = (rows[rows.count - 1], rows[rows.count - 2])
    return column + 1 + max(above - column, 0)
  }

  /// How many characters the cursor goes on to stand in the row below; nil in the last one.
  static func stepDown(left: String, right: String) -> Int? {
    let rest = rows(right)
    guard rest.count > 1 else { return nil }
    return rest[0] + 1 + min(rows(left).last ?? 0, rest[1])
  }

  /// The lengths of the rows.
  private static func rows(_ text: String) -> [Int] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(\.count)
  }
}
