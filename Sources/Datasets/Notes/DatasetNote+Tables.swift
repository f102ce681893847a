extension DatasetNote {
  /// How the cells of a table file were told apart.
  public struct TableFormat: Equatable, Sendable {
    /// How many columns are called x1, x2, … for want of a header; nil where there is one.
    public var namelessColumns: Int?
    /// What stands between the cells.
    public var separator: Separator
    /// The decimal mark of the numbers.
    public var decimal: DecimalMark

    /// A way to read a table.
    public init(
      namelessColumns: Int? = nil, separator: Separator, decimal: DecimalMark = .point
    ) {
      self.namelessColumns = namelessColumns
      self.separator = separator
      self.decimal = decimal
    }
  }

  /// What of a table file is in no example.
  public struct LeftOut: Equatable, Sendable {
    /// The columns that the student left out.
    public var columns: [String]
    /// The columns without a value.
    public var emptyColumns: [String]
    /// How many rows have nothing but empty cells.
    public var emptyRows: Int
    /// How many rows have a missing value, where such rows are left out.
    public var rowsWithGaps: Int
    /// How many rows have no target, where gaps are filled in.
    public var rowsWithoutTarget: Int

    /// Whether nothing is left out.
    public var isEmpty: Bool { self == LeftOut() }

    /// What is left out; nothing unless it is said.
    public init(
      columns: [String] = [], emptyColumns: [String] = [], emptyRows: Int = 0,
      rowsWithGaps: Int = 0, rowsWithoutTarget: Int = 0
    ) {
      self.columns = columns
      self.emptyColumns = emptyColumns
      self.emptyRows = emptyRows
      self.rowsWithGaps = rowsWithGaps
      self.rowsWithoutTarget = rowsWithoutTarget
    }
  }
}
