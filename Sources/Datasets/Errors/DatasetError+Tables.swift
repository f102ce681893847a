extension DatasetError {
  /// What is wrong with a table file, or with one of its columns.
  public enum TableFault: Equatable, Sendable {
    /// A cell that shows something: its text, and the line on which it stands.
    public struct TextPlace: Equatable, Sendable {
      /// The physical line, counted from 1.
      public var line: Int
      /// The text as the file has it.
      public var text: String

      /// A text and its line.
      public init(line: Int, text: String) {
        self.line = line
        self.text = text
      }
    }

    /// There is no row.
    case empty
    /// The text is in UTF-16.
    case utf16
    /// It is a packed file, such as a spreadsheet.
    case packed
    /// It holds bytes that are 0.
    case zeroBytes
    /// The text is not UTF-8.
    case notUTF8
    /// The row has more cells than any.
    case rowTooLong(most: Int)
    /// A quoted text never ends.
    case openQuote
    /// Text follows the quote that ends a cell.
    case textBehindQuote
    /// The line says a separator that can't be read.
    case unknownSeparator(line: String)
    /// Two separators are as good as each other.
    case twoSeparators(Separator, Separator)
    /// There are numbers with a decimal comma and with a decimal point.
    case twoDecimalMarks(comma: TextPlace, point: TextPlace)
    /// A number is another one with either decimal mark.
    case doubtfulNumber(String, withPoint: Double, withComma: Double)
    /// The first row can be the names of the columns, or data.
    case doubtfulHeader
    /// There is a header, and nothing else.
    case noRows
    /// Two columns have this name.
    case repeatedColumn(String)
    /// The target column is among those that are left out.
    case skippedTarget
    /// There is one column.
    case oneColumn
    /// The column of this name is to be read in both ways.
    case ordinalAndOneHot(column: String)
    /// Values are missing.
    case missing(MissingCounts)
    /// Each row has a missing value.
    case noRowLeft
    /// There are more numbers than fit into memory.
    case size(rows: Int, features: Int)
    /// The column of this name holds numbers beside which a unit stands.
    case unit(String, column: String)
    /// The column of this name holds many different texts; nil where there are more than `most`.
    case manyTexts(Int?, most: Int, rows: Int, column: String)
  }

  /// How many values are missing in which columns.
  public struct MissingCounts: Equatable, Sendable {
    /// A column with a missing value.
    public struct ColumnCount: Equatable, Sendable {
      /// Its name.
      public var name: String
      /// How many values are missing in it.
      public var count: Int

      /// A column and a count from 1.
      public init(name: String, count: Int) {
        self.name = name
        self.count = count
      }
    }

    /// The columns with a missing value, in the order of the table.
    public var columns: [ColumnCount]
    /// Whether the target alone has some.
    public var isOfTargetAlone: Bool

    /// How many there are in all.
    public var total: Int { columns.reduce(0) { $0 + $1.count } }

    /// Counts by column.
    public init(_ columns: [ColumnCount], isOfTargetAlone: Bool) {
      self.columns = columns
      self.isOfTargetAlone = isOfTargetAlone
    }
  }

  /// What is wrong with the target column of a table file.
  public enum TargetFault: Equatable, Sendable {
    /// A cell looks like a number and is none.
    case brokenNumber(String)
    /// A cell holds a text, and so many of the cells are numbers.
    case strayText(String, numbers: Int, cells: Int)
    /// A cell holds a number with this unit.
    case unit(String, cell: String)
    /// A cell holds a text, and the others are numbers.
    case textAmongNumbers(String)
    /// There are too many different cells to be classes; nil where they are more than `most`.
    case manyClasses(Int?, most: Int, rows: Int)
    /// All cells hold this.
    case oneClass(String)
  }

  /// Why a row that is typed can't be one of a table.
  public enum RowFault: Equatable, Sendable {
    /// The column of this name is missing, and nothing fills it in.
    case missing(column: String)
    /// The column of this name is a number, and this text is none.
    case noNumber(String, column: String)
  }
}
