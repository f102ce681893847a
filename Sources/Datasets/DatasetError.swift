/// What is wrong with a file, with an option of a generated set, or with a split.
///
/// `problem` and `hint` are sentences without capital and full stop, so that they can stand
/// behind a place or a caret:
/// `wine.csv, line 3, column 2 (age): the cell holds "abc", but a feature must be a number`.
public struct DatasetError: Error, Equatable, Sendable {
  /// The file or the data set, as the student names it: `wine.csv`, `circles`.
  public var file: String
  /// The physical line of a text file, counted from 1.
  public var line: Int?
  /// The cell of that line, counted from 1.
  public var column: Int?
  /// The name of that cell's column.
  public var columnName: String?
  /// The option that is at fault: `points`, `target`, `validation`.
  public var option: String?
  /// What was found, and what was expected.
  public var problem: String
  /// What to do about it.
  public var hint: String?
  /// A name that the student gave and that is not among `knownNames`.
  public var unknownName: String?
  /// The names that would have been right, in their own order.
  public var knownNames: [String]
  /// What is wrong with an image or a folder of images, where that is what the error is about.
  public internal(set) var imageFault: ImageFault?

  /// Makes an error; only the file and the problem are always there.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, columnName: String? = nil,
    option: String? = nil, problem: String, hint: String? = nil,
    unknownName: String? = nil, knownNames: [String] = []
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.columnName = columnName
    self.option = option
    self.problem = problem
    self.hint = hint
    self.unknownName = unknownName
    self.knownNames = knownNames
  }

  /// Where the problem is: `wine.csv, line 3, column 2 (age)`.
  public var place: String {
    var text = file
    if let line { text += ", line \(line)" }
    if let column { text += ", column \(column)" }
    if let columnName { text += column == nil ? ", column \(columnName)" : " (\(columnName))" }
    return text
  }
}

extension DatasetError: CustomStringConvertible {
  /// The place and the problem: `circles: points must be a whole number …`.
  public var description: String { "\(place): \(problem)" }
}
