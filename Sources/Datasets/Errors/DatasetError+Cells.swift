extension DatasetError {
  /// What is wrong with the cells of a table file: counted, and the first three by their places.
  public struct CellFaults: Equatable, Sendable {
    /// One thing that is wrong.
    public struct Place: Equatable, Sendable {
      /// The physical line, counted from 1.
      public var line: Int
      /// The cell of that line, counted from 1; nil where it is the whole row.
      public var column: Int?
      /// The name of that cell's column.
      public var columnName: String?
      /// What is wrong there.
      public var fault: CellFault

      /// A fault and where it is.
      public init(line: Int, column: Int? = nil, columnName: String? = nil, _ fault: CellFault) {
        self.line = line
        self.column = column
        self.columnName = columnName
        self.fault = fault
      }
    }

    /// The first three, or as many as there are; never none.
    public var first: [Place]
    /// How many there are.
    public var count: Int
    /// What is missing besides.
    public var missing: MissingCounts?

    /// Some of so many faults.
    public init(_ first: [Place], count: Int, missing: MissingCounts? = nil) {
      self.first = first
      self.count = count
      self.missing = missing
    }
  }

  /// What is wrong with a cell of a table file, or with a row.
  public enum CellFault: Equatable, Sendable {
    /// It holds this text, and the others of its column are numbers.
    case noNumber(String)
    /// It holds this number, and the others of its column are written in another way.
    case otherwiseWritten(String)
    /// It holds this target, and the other targets are written in another way.
    case otherwiseWrittenTarget(String)
    /// It holds this number, which is too large.
    case largeNumber(String)
    /// The row has another number of cells than there are columns; whether the first row has that.
    case width(Int, expected: Int, asFirst: Bool, Separator)
    /// The first row has another number of cells than most rows have.
    case firstWidth(Int, expected: Int)
  }
}
