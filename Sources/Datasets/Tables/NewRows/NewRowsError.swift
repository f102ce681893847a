/// Why a file can't be read as rows of a table that was learned: facts, without a sentence.
public enum NewRowsError: Error, Equatable, Sendable {
  /// It is no table at all, or one that can be read in two ways.
  case table(DatasetError)
  /// There is a header, on this line, and nothing below it.
  case noRows(headerLine: Int)
  /// Columns that are needed, and those that the file has.
  case missingColumns([String], inFile: [String])
  /// A column that is needed and that the file has twice.
  case columnTwice(String)
  /// So many columns without names, where these are needed.
  case columnCount(Int, needed: [String])
  /// A column that was named in an option, and those that the file has.
  case noSuchColumn(String, option: String, inFile: [String])
  /// A column that was said to hold the answers, and that is needed.
  case neededAsTarget(String)
  /// More numbers than fit into memory.
  case tooLarge(rows: Int, features: Int)
  /// Cells and rows that can't be taken: the first ones, and how many there are in all.
  case cells([PlacedFault], count: Int)

  /// A cell or a row that can't be taken, and where it is.
  public struct PlacedFault: Equatable, Sendable {
    /// The line on which its row begins, from 1.
    public let line: Int
    /// The cell of that row, from 1; nil for the row itself.
    public let column: Int?
    /// What the column is called; nil for the row itself.
    public let columnName: String?
    /// What is wrong.
    public let kind: CellProblem
  }

  /// What is wrong with a cell or a row.
  public enum CellProblem: Equatable, Sendable {
    /// The row has so many cells, and not as many as the others.
    case width(Int, expected: Int)
    /// This text stands where a number is needed.
    case notNumber(String)
    /// The number is beyond what can be computed with.
    case tooGreat(String)
    /// This text was not among those that were learned; whether it could be taken as none of them.
    case unknownText(String, known: [String], canBeNone: Bool)
    /// The value is missing, and nothing was learned that stands for it.
    case gap
  }

  /// The faults of a file while it is read: counted, and the first ones kept.
  struct FaultCount {
    /// How many are told.
    static let mostShown = 3
    private var first: [PlacedFault] = []
    private var count = 0

    mutating func note(_ fault: @autoclosure () -> PlacedFault) {
      count += 1
      if first.count < Self.mostShown { first.append(fault()) }
    }

    /// All of them in one error; nil where there are none.
    var error: NewRowsError? { count == 0 ? nil : .cells(first, count: count) }
  }
}
