/// Rows of another file, read by the columns of a table that was learned from.
///
/// **Columns** are found by their names where the file has a header, in whatever order; others are
/// left out. Without a header they are taken by their place, and must be just as many.
///
/// **Header.** The first row is one if it has the name of a column that is looked for, or if nothing
/// in it could be data: no number, and no text that was learned.
///
/// **Cells** are read as those of the learned table were (``CSV``): a number is in the units of the
/// file, a text becomes the features that it had, a missing value is NaN and left to what stands for
/// it. What can't be taken is counted over the whole file, and refused in one error.
public struct NewRows: Sendable, Equatable {
  /// A column as it was read.
  public struct ReadColumn: Sendable, Equatable {
    /// What stands in its rows.
    public enum RowCells: Sendable, Equatable {
      /// Numbers; NaN where one is missing.
      case numbers([Double])
      /// The place of each row's text among some names; -1 where it is missing.
      case texts([Int32], names: [String])
    }

    /// What it is called.
    public let name: String
    /// What stands in its rows.
    public let cells: RowCells

    /// Makes a column of its cells.
    public init(name: String, cells: RowCells) {
      self.name = name
      self.cells = cells
    }
  }

  /// The file by its name.
  public let file: String
  /// How many rows there are.
  public let count: Int
  /// Their features, `[N, features]`, flat; NaN where a value is missing.
  public let features: [Double]
  /// The columns that the features were made of, in the order of the learned table.
  public let columns: [ReadColumn]
  /// What stands in the column of the target, row by row; nil where the file has none.
  public let labels: [TableLayout.Cell]?
  /// What the column of the target is called in the file; nil where it has none.
  public let labelName: String?
  /// Whether the columns were found by their names, and not by their places.
  public let hasHeader: Bool
  /// The other columns, without that of the target, which were left out.
  public let leftOut: [String]
  /// How many missing values were filled in.
  public let gapCount: Int
  /// How many cells held a text that was never seen, and count as none of the known ones.
  public let unknownCount: Int

  /// Reads the rows of a file.
  ///
  /// - Parameters:
  ///   - layout: The columns that are needed, and how their cells become features.
  ///   - target: What the target was called; nil where nobody knows.
  /// - Throws: `NewRowsError`, with the first places of all that is wrong with its cells.
  public init(
    _ file: FileBytes, as layout: TableLayout, target: String?,
    options: NewRowsOptions = NewRowsOptions()
  ) throws(NewRowsError) {
    let plan = try NewRowsPlan(file, as: layout, target: target, options: options)
    var reading = NewRowsReading(plan, layout, unknown: options.unknown)
    try reading.read()
    self.file = file.name
    count = reading.rowCount
    features = try reading.features()
    columns = reading.columns
    labels = plan.target == nil ? nil : reading.labels
    labelName = plan.target.map { plan.names[$0] }
    hasHeader = plan.hasHeader
    leftOut = plan.leftOut
    gapCount = reading.gapCount
    unknownCount = reading.unknownCount
  }
}
