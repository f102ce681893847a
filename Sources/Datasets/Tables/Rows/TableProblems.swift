/// What is wrong with the cells of a file: counted, and the first three by their places.
struct TableProblems {
  private let file: String
  private var first: [DatasetError.CellFaults.Place] = []
  private var count = 0

  init(file: String) { self.file = file }

  var isEmpty: Bool { count == 0 }

  mutating func append(_ place: DatasetError.CellFaults.Place) {
    count += 1
    if first.count < 3 { first.append(place) }
  }

  /// All of it in one error, which stands at the first of the problems.
  ///
  /// - Parameter missing: What is missing besides.
  func error(missing: DatasetError.MissingCounts? = nil) -> DatasetError? {
    guard let place = first.first else { return nil }
    return DatasetError(
      file: file, line: place.line, column: place.column, columnName: place.columnName,
      .cells(DatasetError.CellFaults(first, count: count, missing: missing)))
  }
}
